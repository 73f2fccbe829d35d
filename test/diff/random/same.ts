import fc from "fast-check";
import { stringify } from "yaml";
import { type Document, documentOf } from "./document.js";
import type { Spec } from "./spec.js";

/** A document, and the files beside it. */
export interface Written {
  readonly document: Document;
  readonly beside: Readonly<Record<string, Document>>;
  readonly yaml: boolean;
}

type Rewrite = (written: Written, at: number) => Written;

const refTo = "#/components/schemas/";

/** Ways to write the same contract otherwise. */
const rewrites = {
  "keys in another order": (written, at) => inDocument(written, (document) => reordered(document, at)),
  "as YAML": (written) => ({ ...written, yaml: true }),
  "schemas in place": (written, at) =>
    inDocument(written, (document) =>
      mapped(document, (value) => {
        const name = typeof value.$ref === "string" ? value.$ref.replace(refTo, "") : "";
        const schema = document.components.schemas[name];
        // What `x-error` says belongs to a component.
        return schema && !schema["x-error"] && (at + name.length) % 2 === 0 ? structuredClone(schema) : value;
      }),
    ),
  "details as components": (written, at) =>
    inDocument(written, (document) => {
      const moved: Document = {};
      const schemas = mapped(document.components.schemas, (value, path) => {
        const isMember =
          path.at(-2) === "properties" && path.length > 4 && !("const" in value) && value.type !== undefined;
        if (!isMember || (at + path.length) % 2 === 0) return value;
        const name = `Part${Object.keys({ ...document.components.schemas, ...moved }).length}`;
        moved[name] = value;
        return { $ref: refTo + name };
      });
      return { ...document, components: { ...document.components, schemas: { ...schemas, ...moved } } };
    }),
  "answers as components": (written) =>
    inDocument(written, (document) => {
      const moved: Document = {};
      const paths = mapped(document.paths, (value, path) => {
        if (path.at(-2) !== "responses" || value.$ref) return value;
        const name = `Answer${Object.keys({ ...document.components.responses, ...moved }).length}`;
        moved[name] = value;
        return { $ref: `#/components/responses/${name}` };
      });
      return {
        ...document,
        paths,
        components: { ...document.components, responses: { ...document.components.responses, ...moved } },
      };
    }),
  "members in allOf": (written, at) =>
    inDocument(written, (document) =>
      mapped(document, (value, path) => {
        const isMember = path.at(-2) === "properties" && path.includes("schemas") && value.type !== undefined;
        return isMember && (at + path.length) % 2 === 0 ? { allOf: [value] } : value;
      }),
    ),
  "an object in two halves": (written, at) =>
    inDocument(written, (document) =>
      mapped(document, (value, path) => {
        const isObject = path.includes("schemas") && value.type === "object" && value.properties;
        return isObject && (at + path.length) % 2 !== 0 ? halved(value) : value;
      }),
    ),
  "answers in allOf": (written, at) =>
    inDocument(written, (document) =>
      mapped(document, (value, path) =>
        path.at(-2) === "content" && path.includes("responses") && at % 2 === 0
          ? { ...value, schema: { allOf: [value.schema] } }
          : value,
      ),
    ),
  "null as an alternative": (written) =>
    inDocument(written, (document) =>
      mapped(document, (value) => {
        const isNullable = Array.isArray(value.type) && value.type.length === 2 && value.type[1] === "null";
        return isNullable ? { anyOf: [{ ...value, type: value.type[0] }, { type: "null" }] } : value;
      }),
    ),
  "constants as enums": (written) =>
    inDocument(written, (document) =>
      mapped(document, (value, path) => {
        if (!("const" in value) || path.at(-1) === "ok") return value;
        const { const: only, ...rest } = value;
        return { ...rest, enum: [only] };
      }),
    ),
  "alternatives in another order": (written) =>
    inDocument(written, (document) =>
      mapped(document, (value) => (value.oneOf ? { ...value, oneOf: [...value.oneOf].reverse() } : value)),
    ),
  texts: (written) =>
    inDocument(written, (document) => ({
      ...mapped(document, (value) => ({
        ...value,
        ...(typeof value.description === "string" ? { description: "Said in other words." } : {}),
        ...(typeof value.title === "string" ? { title: "Otherwise" } : {}),
      })),
      info: { ...document.info, description: "A shop.", contact: { name: "Somebody" } },
      tags: [{ name: "Orders" }],
    })),
  "what is no error": (written) =>
    inDocument(written, (document) => ({
      ...mapped(document, (value) =>
        value.operationId
          ? {
              ...value,
              ...{ summary: "Orders something", tags: ["Orders"] },
              requestBody: {
                content: {
                  "application/json": { schema: { type: "object", properties: { code: { type: "string" } } } },
                },
              },
              responses: {
                ...value.responses,
                "200": { description: "Done.", content: { "application/json": { schema: { type: "string" } } } },
              },
            }
          : value,
      ),
      servers: [{ url: "https://shop.example" }],
    })),
  // Before anything leads to them from another file.
  "other names of components": (written) =>
    Object.keys(written.beside).length > 0
      ? written
      : {
          ...written,
          document: JSON.parse(
            JSON.stringify(written.document).replace(/(schemas\/|")(Error\d+|Part\d+)"/g, '$1My$2"'),
          ),
        },
  "other names of envelopes": (written) =>
    inDocument(written, (document) => JSON.parse(JSON.stringify(document).replace(/"envelope(\d)"/g, '"way$1"'))),
  groups: (written) =>
    inDocument(written, (document) => ({
      ...mapped(document, (value) => {
        const said = value["x-error"];
        return said && !said.codes ? { ...value, "x-error": { ...said, group: "Orders" } } : value;
      }),
      "x-error-contract": { ...document["x-error-contract"], groups: [{ name: "Orders" }] },
    })),
  "schemas in another file": (written) => {
    if (written.beside["schemas.json"]) return written;
    const { document } = written;
    const { schemas, ...components } = document.components;
    const outside = {
      components: {
        schemas: Object.fromEntries(Object.entries<Document>(schemas).filter(([, schema]) => !schema["x-error"])),
      },
    };
    const here = Object.entries<Document>(schemas).filter(([, schema]) => schema["x-error"]);
    const isOutside = (ref: string) => Object.hasOwn(outside.components.schemas, ref.replace(refTo, ""));
    const inRoot = mapped({ ...document, components: { ...components, schemas: Object.fromEntries(here) } }, (value) =>
      typeof value.$ref === "string" && isOutside(value.$ref) ? { ...value, $ref: `schemas.json${value.$ref}` } : value,
    );
    // A component that is outside leads back to what stayed.
    const back = mapped(outside, (value) =>
      typeof value.$ref === "string" && !isOutside(value.$ref)
        ? { ...value, $ref: `openapi.json${value.$ref}` }
        : value,
    );
    return { ...written, document: inRoot, beside: { "schemas.json": back } };
  },
} as const satisfies Readonly<Record<string, Rewrite>>;

export type RewriteName = keyof typeof rewrites;

export const anyRewrites = fc.array(fc.tuple(fc.constantFrom(...(Object.keys(rewrites) as RewriteName[])), fc.nat(7)), {
  minLength: 1,
  maxLength: 4,
});

export function rewritten(spec: Spec, names: readonly (readonly [RewriteName, number])[]): Written {
  const start: Written = { document: documentOf(spec), beside: {}, yaml: false };
  return names.reduce((written, [name, at]) => (rewrites[name] as Rewrite)(written, at), start);
}

export function textOf({ document, yaml }: Written): string {
  return yaml ? stringify(document, { aliasDuplicateObjects: false }) : JSON.stringify(document);
}

/** The same object as an `allOf` of its first member and of the others. */
function halved({ type, properties, required, ...rest }: Document): Document {
  const half = (some: string[]) => ({
    type,
    properties: Object.fromEntries(some.map((name) => [name, properties[name]])),
    ...(required ? { required: required.filter((name: string) => some.includes(name)) } : {}),
  });
  const names = Object.keys(properties);
  return { ...rest, allOf: [half(names.slice(0, 1)), half(names.slice(1))] };
}

function inDocument(written: Written, change: (document: Document) => Document): Written {
  return { ...written, document: change(written.document) };
}

/** Each object as it is changed, from the inside out. Examples are left as they are: they are no schemas. */
function mapped(
  value: Document,
  change: (value: Document, path: readonly string[]) => Document,
  path: readonly string[] = [],
): Document {
  if (Array.isArray(value)) return value.map((item, index) => mapped(item, change, [...path, String(index)]));
  if (typeof value !== "object" || value === null) return value;
  const inside = Object.entries(value).map(([key, each]) => [
    key,
    key === "examples" || key === "example" || key === "x-error-contract" ? each : mapped(each, change, [...path, key]),
  ]);
  const whole = Object.fromEntries(inside);
  // A map of members is no schema, whatever its members are called.
  return ["properties", "schemas", "responses", "paths", "content", "headers"].includes(path.at(-1) ?? "")
    ? whole
    : change(whole, path);
}

function reordered(value: Document, at: number): Document {
  if (Array.isArray(value)) return value.map((item) => reordered(item, at));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, reordered(each, at)] as const);
  const turn = entries.length === 0 ? 0 : at % entries.length;
  return Object.fromEntries(at % 2 === 0 ? entries.reverse() : [...entries.slice(turn), ...entries.slice(0, turn)]);
}
