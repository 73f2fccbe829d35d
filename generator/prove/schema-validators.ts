import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { onceForEach } from "../read/made-once.js";
import { countSteps, errorsIn } from "./bounded.js";
import { type SchemaShape, schemaPrefix, shapeOf } from "./schema-shape.js";
import { few, fitsUnion, saidByFew } from "./union-fit.js";
import { unionOf } from "./unions.js";

type Schemas = Readonly<Record<string, unknown>>;

/** What is wrong with a body: nothing where it fits, or where its schema can't be compiled. */
export interface Judgement {
  readonly errors: readonly ErrorObject[];
  /** Where not all alternatives of its schema were asked what is wrong: how many there are. */
  readonly saidBySomeOf?: number;
}

/** Judges a body by the schema of a name; undefined where that would take too long. */
export type Validators = (name: string, body: unknown) => Judgement | undefined;

/** How many alternatives all bodies together are held against, so that thousands of each end in a second. */
const maxHeld = 300_000;
/** The same of broken bodies, and of all alternatives: behind that, a few say what is wrong with one. */
const maxJudged = 20_000;
/** Of how many alternatives one validator is made: the time that takes grows with their square. */
const maxWhole = 300;

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
  const errorsOf = (schema: unknown, body: unknown): readonly ErrorObject[] | undefined => {
    const validate = validatorOf(schema);
    if (!validate) return [];
    const { constants } = shapes.get(schema)!;
    return errorsIn(validate, { body, own: constants, referred: referred.constants })?.map(withinBody);
  };
  let [held, judged] = [0, 0];
  const heldAgainst = (schema: unknown, body: unknown) => {
    held += 1;
    return held > maxHeld ? undefined : errorsOf(schema, body);
  };
  return (name, body) => {
    const schema = schemas[name];
    const union = unions.get(schema);
    const fits = union && fitsUnion(union, body, heldAgainst, validatorOf);
    if (fits === true) return { errors: [] };
    if (fits === "unknown") return undefined;
    const count = union?.alternatives.length ?? 0;
    judged += count;
    if (fits === undefined && count > maxWhole) return undefined;
    if (fits === false && (judged > maxJudged || count > maxWhole))
      return { errors: saidByFew(union!, body, errorsOf), ...(count > few ? { saidBySomeOf: count } : {}) };
    // What is wrong with it, the whole schema says best.
    const errors = errorsOf(schema, body);
    return errors && { errors };
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
