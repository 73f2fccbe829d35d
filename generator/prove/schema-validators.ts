import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { countSteps, errorsIn } from "./bounded.js";
import { type SchemaShape, shapeOf } from "./schema-shape.js";

type Schemas = Readonly<Record<string, unknown>>;

/** What is wrong with a body by the schema of a name; nothing where it fits, or where the schema can't be compiled. */
export type Validators = (name: string, body: unknown) => readonly ErrorObject[];

/** What references between schemas begin with. */
export const schemaPrefix = "document#/$defs/";

/**
 * Validators of schemas by their names. To compile one takes longer than to run it a thousand times, so schemas of one
 * shape share theirs: it is given the constants together with the body.
 */
export function validatorsOf(schemas: Schemas, names: readonly string[]): Validators {
  const ajv = new Ajv2020({
    ...{ allErrors: true, strict: false, validateFormats: false, logger: false, $data: true },
    // They were checked before.
    ...{ meta: false, validateSchema: false },
    // Each function is run a few times only: to optimise it takes longer than it saves.
    code: { optimize: false },
  });
  const shapes = new Map([...new Set(names)].map((name) => [name, shapeOf(schemas[name], "/own")]));
  const referred = shapeOf({ $defs: reachedFrom([...shapes.values()], schemas) }, "/referred");
  const { $defs } = referred.schema as { readonly $defs: Schemas };
  ajv.addSchema({ $id: "document", $defs: countSteps(ajv, $defs) });
  const byShape = new Map<string, ValidateFunction | undefined>();
  const validatorOf = (schema: unknown): ValidateFunction | undefined => {
    const key = JSON.stringify(schema);
    if (!byShape.has(key)) byShape.set(key, compiled(ajv, { properties: { body: schema } }));
    return byShape.get(key);
  };
  return (name, body) => {
    const { schema, constants } = shapes.get(name)!;
    const validate = validatorOf(schema);
    if (!validate) return [];
    return errorsIn(validate, { body, own: constants, referred: referred.constants }).map(withinBody);
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
