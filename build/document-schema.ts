import { readFileSync } from "node:fs";
import { flatSchema, type Schema } from "./flat-schema.js";

const own = (name: string): Schema =>
  flatSchema(JSON.parse(readFileSync(new URL(`../generator/schema/${name}.schema.json`, import.meta.url), "utf8")));

const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const mapOf = (values: Schema): Schema => ({ type: "object", additionalProperties: values });
const listOf = (items: Schema): Schema => ({ type: "array", items });
const each = (names: readonly string[], schema: Schema): Schema =>
  Object.fromEntries(names.map((name) => [name, schema]));

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Where schemas stand in a schema. A boolean is one too, so nothing is said of its type. */
const schemaMembers: Schema = {
  ...each(["items", "additionalProperties", "not", "if", "then", "else", "contains"], ref("schema")),
  ...each(["propertyNames", "unevaluatedItems", "unevaluatedProperties"], ref("schema")),
  ...each(["properties", "patternProperties", "dependentSchemas", "$defs"], mapOf(ref("schema"))),
  ...each(["allOf", "anyOf", "oneOf", "prefixItems"], listOf(ref("schema"))),
};

/**
 * For editors: an OpenAPI document, of which only our extensions are looked at, wherever they may stand. Everything else
 * is as it likes.
 */
export function documentSchema(): Schema {
  const codes = { "x-error-codes": ref("codes") };
  const error = { "x-error": ref("error") };
  const operations = { ...each(methods, ref("operation")), additionalOperations: mapOf(ref("operation")) };
  const responses = mapOf(ref("response"));
  const content = mapOf(ref("mediaType"));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "An OpenAPI document with the extensions of openapi-errors",
    type: "object",
    properties: {
      "x-error-contract": ref("contract"),
      ...codes,
      ...each(["paths", "webhooks"], mapOf(ref("pathItem"))),
      components: {
        properties: {
          schemas: mapOf(ref("componentSchema")),
          responses,
          pathItems: mapOf(ref("pathItem")),
          callbacks: mapOf(ref("callback")),
          ...each(["parameters", "requestBodies", "headers"], mapOf(ref("holder"))),
          mediaTypes: mapOf(ref("mediaType")),
        },
      },
    },
    definitions: {
      contract: own("x-error-contract"),
      error: own("x-error"),
      codes: own("x-error-codes"),
      pathItem: { properties: { ...operations, parameters: listOf(ref("holder")) } },
      operation: {
        properties: {
          ...codes,
          responses,
          callbacks: mapOf(ref("callback")),
          parameters: listOf(ref("holder")),
          requestBody: ref("holder"),
        },
      },
      callback: mapOf(ref("pathItem")),
      response: { properties: { ...error, ...codes, content, headers: mapOf(ref("holder")) } },
      holder: { properties: { schema: ref("schema"), content } },
      mediaType: { properties: { schema: ref("schema"), itemSchema: ref("schema") } },
      componentSchema: { properties: { ...error, ...codes, ...schemaMembers } },
      schema: { properties: { ...codes, ...schemaMembers } },
    },
  };
}
