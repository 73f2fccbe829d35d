import { onceFor } from "../../read/made-once.js";
import { isJsonType } from "../../runtime/body.js";
import type { DetailsShape, ErrorRule, ParserContract, Envelope as Pointers, Shape } from "../../runtime/contract.js";
import { isObject } from "../../runtime/pointer.js";
import { categoryOf, retryOf } from "../../runtime/rule.js";
import { coversStatus } from "../../runtime/status.js";
import type { Contract, ContractError, Details, Envelope, Evidence, JsonSchema, Operation } from "../contract.js";
import { retryOfStatuses } from "../definitions/by-status.js";

/** The part of a contract that the parser needs: the very value that generated code holds, and that examples are proven with. */
export function parserContractOf(contract: Contract, name: string): ParserContract {
  const { closest, requestIdHeaders, delayHeaders } = contract;
  const mediaTypes = mediaTypesOf(contract);
  const bareBodies = bareBodiesOf(contract);
  return {
    api: contract.id,
    name,
    envelopes: contract.envelopes.map((envelope) => pointersOf(envelope, contract)),
    errors: Object.fromEntries(
      contract.errors.map((error) => [
        error.code,
        { ...ruleOf(error, contract, mediaTypes.get(error.code)), ...bareBodies.get(error.code) },
      ]),
    ),
    operations: Object.fromEntries(contract.operations.map((operation) => [operation.id, codesOf(operation)])),
    ...(closest.length > 0 ? { closest } : {}),
    ...(requestIdHeaders.length > 0 ? { requestIdHeaders } : {}),
    ...(delayHeaders.length > 0 ? { delayHeaders } : {}),
  };
}

/** The media type of each error whose answers are JSON of another name than `application/json`, or a code as text. */
function mediaTypesOf({ operations }: Contract): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  for (const { mediaTypes, errors, codePointer } of operations.flatMap(({ responses }) => responses)) {
    const json = mediaTypes.find(isJsonType);
    const text = codePointer === "" ? mediaTypes.find((each) => bareName(each) === "text/plain") : undefined;
    const type = json ?? text ?? usualType;
    for (const code of errors) if (type === usualType || !declared.has(code)) declared.set(code, type);
  }
  return new Map([...declared].filter(([, mediaType]) => mediaType !== usualType));
}

const usualType = "application/json";

type BareBodies = Pick<ErrorRule, "textTypes" | "bareTypes">;

/** What the answers of status-only errors may be beside the envelopes: no other error can be told by that. */
function bareBodiesOf({ errors, operations }: Contract): ReadonlyMap<string, BareBodies> {
  const found = new Map(
    errors
      .filter(({ wire }) => !wire)
      .map(({ code }) => [code, { texts: new Set<string>(), types: new Set<string>() }]),
  );
  for (const response of operations.flatMap(({ responses }) => responses)) {
    const names = response.mediaTypes.map(bareName);
    const ofJson = (response.textTypes ?? []).map(bareName);
    const others = names.filter((name) => /^[^*\s/]+\/[^*\s/]+$/.test(name) && !/[+/]json$/.test(name));
    const ofTexts = [...ofJson, ...others];
    const { bareTypes = [] } = response;
    for (const code of ofTexts.length + bareTypes.length > 0 ? response.errors : []) {
      for (const name of ofTexts) found.get(code)?.texts.add(name);
      for (const type of bareTypes) found.get(code)?.types.add(type);
    }
  }
  return new Map(
    [...found].map(([code, { texts, types }]) => [
      code,
      {
        ...(texts.size > 0 ? { textTypes: [...texts].sort() } : {}),
        ...(types.size > 0 ? { bareTypes: [...types].sort() } : {}),
      },
    ]),
  );
}

function bareName(mediaType: string): string {
  return mediaType.split(";")[0]!.trim().toLowerCase();
}

function codesOf({ responses }: Operation): readonly string[] {
  const lists = [...new Set(responses.map(({ errors }) => errors).filter(({ length }) => length > 0))];
  return lists.length === 1 ? inOrder(lists[0]!) : inOrder(lists.flat());
}

/** Thousands of operations can share one list. */
const inOrder = onceFor((codes: readonly string[]) => [...new Set(codes)].sort());

function pointersOf({ name, literals, ...pointers }: Envelope, { errors }: Contract): Pointers {
  const codeType = codeTypeOf(errors.filter(({ wire, envelope }) => wire && envelope === name));
  return {
    ...pointers,
    ...(codeType && pointers.code !== undefined ? { codeType } : {}),
    ...(Object.keys(literals).length > 0 ? { literals } : {}),
  };
}

const schemaEvidence: readonly Evidence[] = ["const", "enum", "extension"];

/** What a schema says that codes are; what only examples show may be either. */
function codeTypeOf(errors: readonly ContractError[]): Pointers["codeType"] {
  const [only, ...others] = new Set(errors.map(({ wireType }) => wireType));
  const isSure = errors.every(({ evidence }) => schemaEvidence.includes(evidence));
  return isSure && others.length === 0 ? only : undefined;
}

function ruleOf(error: ContractError, { envelopes }: Contract, mediaType: string | undefined): ErrorRule {
  const { statuses, wireType, details, fields, empty } = error;
  const envelope = envelopes.findIndex(({ name }) => name === error.envelope);
  return {
    statuses,
    ...(wireType === "integer" ? { wireType } : {}),
    ...classOf(error),
    ...(envelope > 0 ? { envelope } : {}),
    ...(fields === undefined ? {} : { fields }),
    ...(details === undefined ? {} : { details: shapeOf(details) }),
    ...(mediaType === undefined || empty === true ? {} : { mediaType }),
    ...(empty ? { empty } : {}),
  };
}

/**
 * Category and retry, each where some status would give another. A 403 may turn out to be a rate limit: what a document
 * says itself holds for it too, and what merely follows from the statuses beside it does not.
 */
function classOf({ statuses, category, retry, stated = [] }: ContractError): Pick<ErrorRule, "category" | "retry"> {
  const rule = { statuses, ...(category === undefined ? {} : { category }) };
  const isUsualCategory = answered.every((status) => categoryOf({ statuses }, status) === category);
  const isUsualRetry = answered.every((status) => retryOf(rule, status) === retry);
  const mayBeLimit = coversStatus(statuses, 403);
  const follows = mayBeLimit && category === undefined && retry === retryOfStatuses(statuses);
  const isStated = (what: "category" | "retry") => mayBeLimit && stated.includes(what);
  return {
    ...(category !== undefined && (!isUsualCategory || isStated("category")) ? { category } : {}),
    ...(retry !== undefined && ((!isUsualRetry && !follows) || isStated("retry")) ? { retry } : {}),
  };
}

/** Statuses that an answer may have: one of each kind. */
const answered = [0, 400, 429, 500, 501, 503];

function shapeOf({ schema, optional }: Details): DetailsShape {
  return { ...(optional ? { optional } : {}), ...typesIn(schema) };
}

const schemaLists = ["anyOf", "oneOf"] as const;

/** The keywords of a schema that decide its type; limits and texts are left to the docs. */
function typesIn(schema: JsonSchema): Shape {
  const alternatives = schemaLists.flatMap((keyword) => (Array.isArray(schema[keyword]) ? schema[keyword] : []));
  const { type, required, items, prefixItems, properties } = schema;
  const others = othersIn(schema);
  const values = "const" in schema ? [schema.const] : schema.enum;
  return {
    ...(alternatives.length > 0 ? { anyOf: alternatives.map((part) => typesIn(part as JsonSchema)) } : {}),
    ...(type === undefined ? {} : { type: type as string | string[] }),
    ...(Array.isArray(values) ? { enum: values as unknown[] } : {}),
    ...(isObject(properties) && Object.keys(properties).length > 0 ? { properties: typesOfEach(properties) } : {}),
    ...(Array.isArray(required) ? { required: required as string[] } : {}),
    ...(isObject(items) ? { items: typesIn(items) } : {}),
    // Each keeps its place: `true` is a schema that says nothing.
    ...(Array.isArray(prefixItems)
      ? { prefixItems: prefixItems.map((part) => (isObject(part) ? typesIn(part) : {})) }
      : {}),
    ...(others.length > 1
      ? { additionalProperties: { anyOf: others } }
      : others[0] && { additionalProperties: others[0] }),
  };
}

/** What members without a name of their own may be: which pattern a name has is never asked. */
function othersIn({ additionalProperties: others, patternProperties: byPattern }: JsonSchema): readonly Shape[] {
  if (others === true) return [];
  return [others, ...(isObject(byPattern) ? Object.values(byPattern) : [])].filter(isObject).map(typesIn);
}

function typesOfEach(properties: JsonSchema): Record<string, Shape> {
  return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, typesIn(part as JsonSchema)]));
}
