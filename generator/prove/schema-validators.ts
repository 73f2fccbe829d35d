import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { onceForEach } from "../model/document/made-once.js";
import { countSteps, errorsIn } from "./bounded.js";
import { type SchemaShape, schemaPrefix, shapeOf } from "./schema-shape.js";
import { fitsUnion, saidByFew } from "./union-fit.js";
import { unionOf } from "./unions.js";

type Schemas = Readonly<Record<string, unknown>>;

/** What is wrong with a body by the schema of a name; nothing where it fits, or where the schema can't be compiled. */
export type Validators = (name: string, body: unknown) => readonly ErrorObject[];

/** How many alternatives all broken bodies together are held against: behind that, a few say what is wrong with one. */
const maxJudged = 100_000;

/**
 * Validators of schemas by their names. To compile one takes longer than to run it a thousand times, so schemas of one
 * shape share theirs: it is given the constants together with the body. A body is held first against those of its
 * alternatives that may be meant: thousands can share a status, and they share a shape more often than all of them do.
 */
export function validatorsOf(schemas: Schemas, names: readonly string[]): Validators {
  const ajv = new Ajv2020({
    ...{ allErrors: true, strict: false, validateFormats: false, logger: false, $data: true },
    // They were checked before.
    ...{ meta: false, validateSchema: false },
    // Each function is run a few times only: to optimise it takes longer than it saves.
    code: { optimize: false },
  });
  const asked = [...new Set(names)].map((name) => schemas[name]);
  const unions = new Map(asked.map((schema) => [schema, unionOf(schema, schemas)]));
  const alternatives = [...unions.values()].flatMap((union) => union?.alternatives ?? []);
  const shapes = new Map([...asked, ...alternatives].map((schema) => [schema, shapeOf(schema, "/own")]));
  const referred = shapeOf({ $defs: reachedFrom([...shapes.values()], schemas) }, "/referred");
  const { $defs } = referred.schema as { readonly $defs: Schemas };
  ajv.addSchema({ $id: "document", $defs: countSteps(ajv, $defs) });
  const ofShape = onceForEach((shape) => compiled(ajv, { properties: { body: JSON.parse(shape) as unknown } }));
  const validators = new Map<unknown, ValidateFunction | undefined>();
  const validatorOf = (schema: unknown): ValidateFunction | undefined => {
    if (!validators.has(schema)) validators.set(schema, ofShape(JSON.stringify(shapes.get(schema)!.schema)));
    return validators.get(schema);
  };
  const errorsOf = (schema: unknown, body: unknown): readonly ErrorObject[] => {
    const validate = validatorOf(schema);
    if (!validate) return [];
    const { constants } = shapes.get(schema)!;
    return errorsIn(validate, { body, own: constants, referred: referred.constants }).map(withinBody);
  };
  let left = maxJudged;
  return (name, body) => {
    const schema = schemas[name];
    const union = unions.get(schema);
    const fits = union && fitsUnion(union, body, errorsOf, validatorOf);
    if (fits) return [];
    left -= union?.alternatives.length ?? 0;
    // What is wrong with it, the whole schema says best.
    return fits === undefined || left > 0 ? errorsOf(schema, body) : saidByFew(union!, body, errorsOf);
  };
}

/** The schemas that some refer to, and all that these refer to. */
function reachedFrom(shapes: readonly SchemaShape[], schemas: Schemas): Schemas {
  const reached: Record<string, unknown> = {};
  const due = shapes.flatMap(({ references }) => references);
  for (let reference = due.pop(); reference !== undefined; reference = due.pop()) {
    const name = reference.slice(schemaPrefix.length);
    if (Object.hasOwn(reached, name)) continue;
    reached[name] = schemas[name];
    due.push(...shapeOf(schemas[name], "").references);
  }
  return reached;
}

/** What can't be compiled, as `nullable` without a type, can't be held against an example. */
function compiled(ajv: Ajv2020, schema: object): ValidateFunction | undefined {
  try {
    return ajv.compile(schema);
  } catch {
    return undefined;
  }
}

function withinBody(error: ErrorObject): ErrorObject {
  return { ...error, instancePath: error.instancePath.slice("/body".length) };
}
