import { Ajv2020, type ErrorObject, type Options } from "ajv/dist/2020.js";
import { required } from "../package/folder.js";
import { isBuilt } from "../package/is-built.js";
import type { JsonObject } from "./source.js";

/** Says whether a value fits a schema; `errors` is about the last one that did not. */
export interface OwnValidator {
  (value: unknown): unknown;
  errors?: ErrorObject[] | null;
}

// What is wrong with our own schemas, the tests find.
export const ownOptions: Options = {
  ...{ meta: false, validateSchema: false },
  ...{ strict: true, strictTypes: false, strictRequired: false },
  ...{ allErrors: true, verbose: true },
};

/** How schemas of documents are judged: by the schema of JSON Schema itself. */
export const metaOptions: Options = { allErrors: true, strict: false, validateFormats: false, logger: false };
export const metaSchema = "https://json-schema.org/draft/2020-12/schema";

const validators = new Map<string, OwnValidator>();

/** A JSON Schema of this program, by its name: from the built program too, as schemas are shipped as they are. */
export function ownSchema(name: string): JsonObject {
  return required(`./generator/schema/${name}.schema.json`) as JsonObject;
}

/** What holds a value against a schema of this program, by its name, or `metaSchema`. */
export function ownValidator(name: string): OwnValidator {
  const known = validators.get(name) ?? (isBuilt ? builtValidator(name) : compiledValidator(name));
  validators.set(name, known);
  return known;
}

/** As the build compiled it: to do so takes longer than to read a document. */
function builtValidator(name: string): OwnValidator {
  return (required("./dist/validators.cjs") as Readonly<Record<string, OwnValidator>>)[name]!;
}

function compiledValidator(name: string): OwnValidator {
  return name === metaSchema
    ? new Ajv2020(metaOptions).getSchema(metaSchema)!
    : new Ajv2020(ownOptions).compile(ownSchema(name));
}
