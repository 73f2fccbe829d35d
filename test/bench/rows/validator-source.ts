import { createRequire } from "node:module";
import { join } from "node:path";
import type { ParserContract, Shape } from "../../../generator/runtime/contract.js";
import { packageFolder } from "./peers.js";

/** How a library says a schema, as code. */
interface Words {
  readonly string: string;
  readonly number: string;
  readonly integer: string;
  readonly boolean: string;
  readonly null: string;
  readonly unknown: string;
  readonly literal: (value: string) => string;
  readonly array: (items: string) => string;
  readonly object: (members: string) => string;
  readonly record: (values: string) => string;
  readonly optional: (schema: string) => string;
  readonly union: (schemas: string) => string;
  /** One of several objects, which their code tells apart. */
  readonly variant: (schemas: string) => string;
  /** The program around it: it exports `check`. */
  readonly program: (schema: string) => string;
}

const zod = (path: string): Words => ({
  string: "z.string()",
  number: "z.number()",
  integer: "z.int()",
  boolean: "z.boolean()",
  null: "z.null()",
  unknown: "z.unknown()",
  literal: (value) => `z.literal(${value})`,
  array: (items) => `z.array(${items})`,
  object: (members) => `z.looseObject(${members})`,
  record: (values) => `z.record(z.string(), ${values})`,
  optional: (schema) => `z.optional(${schema})`,
  union: (schemas) => `z.union([${schemas}])`,
  variant: (schemas) => `z.discriminatedUnion("code", [${schemas}])`,
  program: (schema) =>
    `import * as z from "${path}"; const schema = ${schema}; export const check = (body) => z.safeParse(schema, body).success;`,
});

const valibot: Words = {
  string: "v.string()",
  number: "v.number()",
  integer: "v.pipe(v.number(), v.integer())",
  boolean: "v.boolean()",
  null: "v.null()",
  unknown: "v.unknown()",
  literal: (value) => `v.literal(${value})`,
  array: (items) => `v.array(${items})`,
  object: (members) => `v.looseObject(${members})`,
  record: (values) => `v.record(v.string(), ${values})`,
  optional: (schema) => `v.optional(${schema})`,
  union: (schemas) => `v.union([${schemas}])`,
  variant: (schemas) => `v.variant("code", [${schemas}])`,
  program: (schema) =>
    `import * as v from "valibot"; const schema = ${schema}; export const check = (body) => v.safeParse(schema, body).success;`,
};

const typebox: Words = {
  string: "Type.String()",
  number: "Type.Number()",
  integer: "Type.Integer()",
  boolean: "Type.Boolean()",
  null: "Type.Null()",
  unknown: "Type.Unknown()",
  literal: (value) => `Type.Literal(${value})`,
  array: (items) => `Type.Array(${items})`,
  object: (members) => `Type.Object(${members})`,
  record: (values) => `Type.Record(Type.String(), ${values})`,
  optional: (schema) => `Type.Optional(${schema})`,
  union: (schemas) => `Type.Union([${schemas}])`,
  variant: (schemas) => `Type.Union([${schemas}])`,
  program: (schema) =>
    `import { Type } from "typebox"; import { Compile } from "typebox/compile"; const schema = Compile(${schema}); export const check = (body) => schema.Check(body);`,
};

const libraries = { zod: zod("zod"), "zod-mini": zod("zod/mini"), valibot, typebox } as const;

/**
 * A program whose `check` tells whether a body is one that the contract lists: the members that its parser checks, and no
 * others. Undefined where the library is not installed.
 */
export function validatorSource(library: keyof typeof libraries | "ajv", contract: ParserContract): string | undefined {
  if (library === "ajv") return standalone(schemaOf(contract));
  const words = libraries[library];
  return packageFolder(library.split("-")[0]!) === undefined
    ? undefined
    : words.program(shown(schemaOf(contract), words));
}

/** As ajv takes it; the others are told the same. */
function schemaOf({ errors }: ParserContract): Shape & { readonly oneOf?: readonly Shape[] } {
  const oneOf = Object.entries(errors).map(([code, { details }]): Shape => {
    const { optional, ...shape } = details ?? {};
    const required = ["code", "message", ...(details && !optional ? ["details"] : [])];
    const properties = { code: { enum: [code] }, message: { type: "string" }, ...(details && { details: shape }) };
    return { type: "object", required, properties };
  });
  const error = { type: "object", required: ["code"], discriminator: { propertyName: "code" }, oneOf };
  return { type: "object", required: ["success", "error"], properties: { success: { enum: [false] }, error } };
}

function shown(shape: Shape & { readonly oneOf?: readonly Shape[] }, words: Words): string {
  const { type, enum: values, properties, required = [], additionalProperties, items, anyOf, oneOf } = shape;
  const all = (shapes: readonly Shape[]) => shapes.map((each) => shown(each, words)).join(", ");
  if (oneOf) return words.variant(all(oneOf));
  if (values) {
    const literals = values.map((value) => words.literal(JSON.stringify(value)));
    return literals.length === 1 ? literals[0]! : words.union(literals.join(", "));
  }
  if (anyOf) return words.union(all(anyOf));
  if (Array.isArray(type)) return words.union(all(type.map((each) => ({ ...shape, type: each }))));
  if (type === "array") return words.array(shown(items ?? {}, words));
  if (additionalProperties && !properties) return words.record(shown(additionalProperties, words));
  if (type === "object" || properties) {
    const members = Object.entries(properties ?? {}).map(([name, member]) => {
      const text = shown(member, words);
      return `${JSON.stringify(name)}: ${required.includes(name) ? text : words.optional(text)}`;
    });
    return words.object(`{ ${members.join(", ")} }`);
  }
  return words[(type ?? "unknown") as "string"];
}

function standalone(schema: object): string | undefined {
  const folder = packageFolder("ajv");
  if (folder === undefined) return undefined;
  const require = createRequire(join(folder, "package.json"));
  const { Ajv } = require("ajv") as { Ajv: new (options: object) => { compile: (schema: object) => unknown } };
  const { default: code } = require("ajv/dist/standalone") as { default: (ajv: object, check: unknown) => string };
  const ajv = new Ajv({ code: { source: true, esm: true }, discriminator: true, strict: false });
  return `${code(ajv, ajv.compile(schema))}\nexport const check = validate;`;
}
