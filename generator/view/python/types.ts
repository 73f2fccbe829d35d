import type { JsonSchema } from "../../model/contract.js";
import { isObject } from "../../runtime/pointer.js";
import type { CodeText } from "../code-text.js";
import { call, dict, flat, layOut, list, type PythonCode } from "./code.js";
import { isPythonName } from "./names.js";
import { classHeader } from "./statements.js";
import { docstring, jsonCode, python, quoted } from "./text.js";

/** A TypedDict: as a class, or where a member's name can't be written there, as a call. */
export interface TypedDictView {
  readonly header: CodeText;
  readonly doc: CodeText;
  readonly members: readonly { readonly code: CodeText; readonly doc: CodeText | undefined }[] | undefined;
  readonly call: CodeText | undefined;
  /** Whether a member may be left out. */
  readonly optional: boolean;
}

/** What names a type in an annotation: in the body of a class, a member of such a name would hide it. */
const typeWords = ["bool", "dict", "float", "int", "list", "object", "str"];

/** The type of a JSON Schema's values, and the TypedDicts it takes, those that others need first. */
export function pythonType(
  schema: JsonSchema,
  name: string,
  doc: string,
  free: (name: string) => string,
): { readonly type: PythonCode; readonly dicts: readonly TypedDictView[] } {
  const dicts: TypedDictView[] = [];
  return { type: typeOf(schema, name, doc), dicts };

  function typeOf(schema: JsonSchema, name: string, doc: string): PythonCode {
    const values = "const" in schema ? [schema.const] : schema.enum;
    if (Array.isArray(values)) return literalOf(values);
    const alternatives = [schema.anyOf, schema.oneOf].flatMap((part) => (Array.isArray(part) ? part : []));
    if (alternatives.length > 0 && !isObject(schema.properties))
      return union(alternatives.map((part) => typeOf(part as JsonSchema, name, doc)));
    const types = schema.type ?? (isObject(schema.properties) ? "object" : undefined);
    return union([types].flat().map((type) => plainType(type, schema, name, doc)));
  }

  function plainType(type: unknown, schema: JsonSchema, name: string, doc: string): PythonCode {
    if (type === "array")
      return list([isObject(schema.items) ? typeOf(schema.items, `${name}Item`, "") : "object"], "list");
    if (type === "object") return objectType(schema, name, doc);
    const plain = new Map<unknown, string>([
      ["string", "str"],
      ["integer", "int"],
      ["number", "float"],
      ["boolean", "bool"],
      ["null", "None"],
    ]);
    return plain.get(type) ?? "object";
  }

  function objectType(schema: JsonSchema, wanted: string, doc: string): PythonCode {
    const { properties, additionalProperties: others, required } = schema;
    // A TypedDict can't have a member without a name.
    const entries = Object.entries(isObject(properties) ? properties : {}).filter(([key]) => key !== "");
    if (entries.length === 0)
      return list(["str", isObject(others) ? typeOf(others, `${wanted}Value`, "") : "object"], "dict");
    const name = free(wanted);
    const members = entries.map(([key, part]) => {
      const member = isObject(part) ? part : {};
      const type = typeOf(member, `${name}${capitalised(key)}`, describe(member));
      const always = Array.isArray(required) && required.includes(key);
      return { key, type: always ? type : list([type], "NotRequired"), doc: describe(member), always };
    });
    dicts.push(typedDict(name, doc || `A part of \`${wanted}\`.`, members));
    return name;
  }
}

interface Member {
  readonly key: string;
  readonly type: PythonCode;
  readonly doc: string;
  readonly always: boolean;
}

function typedDict(name: string, doc: string, members: readonly Member[]): TypedDictView {
  const asClass = members.every(
    ({ key }) => isPythonName(key) && /^(?!__)[a-z_]/.test(key) && !typeWords.includes(key),
  );
  const entries = members.map(({ key, type }) => [quoted(key), type] as const);
  const made = call("TypedDict", {});
  const items = [quoted(name), dict(entries)].map((code) => ({ label: "", code }));
  return {
    header: classHeader(name, "TypedDict"),
    doc: docstring([doc], 4),
    members: asClass
      ? members.map(({ key, type, doc }) => ({
          code: python(`${key}: ${layOut(type, 4, 4 + key.length + 2)}`),
          doc: doc === "" ? undefined : docstring([doc], 4),
        }))
      : undefined,
    optional: members.some(({ always }) => !always),
    call: asClass ? undefined : python(`${name} = ${layOut({ ...made, items }, 0, name.length + 3)}`),
  };
}

/** The type of one of these values, as far as Python's `Literal` can say it. */
function literalOf(values: readonly unknown[]): PythonCode {
  if (values.length > 0 && values.every(isPlain)) return list([...new Set(values.map(jsonCode))], "Literal");
  return values.length > 0 && values.every((value) => typeof value === "number") ? "float" : "object";
}

function isPlain(value: unknown): boolean {
  return value === null || ["string", "boolean"].includes(typeof value) || Number.isSafeInteger(value);
}

/** Any of these types; `object` stands for them all. */
export function union(types: readonly PythonCode[]): PythonCode {
  const [only] = types;
  if (types.length === 1 && only !== undefined) return only;
  const texts = [...new Set(types.map(flat))];
  return texts.length === 0 || texts.includes("object") ? "object" : texts.join(" | ");
}

function describe({ description }: JsonSchema): string {
  return typeof description === "string" ? description.trim() : "";
}

/** The part that a member adds to the name of what holds it. */
function capitalised(key: string): string {
  const words = key.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
