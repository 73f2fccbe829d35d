import { dirname, relative } from "node:path";
import { urlPart } from "../../problem/url.js";
import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, items, type Node, pointerOf, pointerText, textAt } from "../../read/source.js";
import type { Category, Retry } from "../../runtime/category.js";
import { detailsIn } from "../../runtime/details.js";
import { isObject } from "../../runtime/pointer.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import { type ExampleNode, headerNames, requiredHeaderNames } from "../answers/examples.js";
import type { ContractError } from "../contract.js";
import { byStatus, isRange } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import type { Given, OutsideCodes } from "../evidence/outside-codes.js";
import { anyDetails, detailsOfAny } from "./any-details.js";
import { categoryOfStatuses, retryOfStatuses } from "./by-status.js";
import { type Definition, preciseKeysOf, statedStatus, statusKeysOf } from "./definition.js";
import { readDetails } from "./details.js";
import type { ErrorSchemas } from "./error-schemas.js";
import { ofOnlyAnswers } from "./only-answer.js";
import { openBodiesOf, readOpenDetails } from "./open-details.js";
import { sharedMessages, textsOf } from "./texts.js";

/** The errors of a contract, in reading order: by group, status and code; status-only errors last. */
export function readErrors(
  definitions: readonly Definition[],
  schemaNames: ErrorSchemas["names"],
  examples: readonly ExampleNode[],
  given: OutsideCodes["given"],
  settings: Settings,
  sources: Sources,
): ContractError[] {
  const groups = settings.groups.map(({ name }) => name);
  const byOwner = new Map<string | undefined, ExampleNode[]>();
  for (const example of examples) if (!byOwner.get(example.owner)?.push(example)) byOwner.set(example.owner, [example]);
  const ofAnswers = ofOnlyAnswers(definitions);
  const shared = sharedMessages(definitions, sources.follow);
  return definitions
    .map((definition) => {
      const { code } = definition;
      const own = { examples: byOwner.get(code) ?? [], given: given.get(code), ofAnswer: ofAnswers.get(code), shared };
      return readError(definition, schemaNames, own, settings, sources);
    })
    .sort((a, b) => {
      const byKind = Number(b.wire) - Number(a.wire) || groupRank(groups, a) - groupRank(groups, b);
      return byKind || byStatus(a.statuses[0] ?? "", b.statuses[0] ?? "") || (a.code < b.code ? -1 : 1);
    });
}

/** What was found of one error in other places. */
interface OwnParts {
  readonly examples: readonly ExampleNode[];
  readonly given: Given | undefined;
  /** What its only answer says. */
  readonly ofAnswer: string | undefined;
  readonly shared: ReadonlySet<string>;
}

function readError(
  definition: Definition,
  schemaNames: ErrorSchemas["names"],
  { examples, given, ofAnswer, shared }: OwnParts,
  settings: Settings,
  { document, follow }: Sources,
): ContractError {
  const { code, wire, about, extension, envelope, responses, said } = definition;
  const text = (key: string) => textAt(extension, key);
  const statuses = statusesOf(definition, given?.statuses ?? []);
  const usual = usualStatuses(statuses, said?.status);
  const ownCategory = text("category") as Category | undefined;
  const { title, meaning } = textsOf(definition, statuses, { examples, ofAnswer, shared }, settings, follow);
  const retry = (text("retry") as Retry | undefined) ?? said?.retry ?? askedRetry(statuses, settings);
  return {
    code,
    wireType: definition.wireType,
    wire,
    title,
    meaning,
    causes: items(child(extension, "causes")).map((cause) => String(cause.value)),
    resolution: text("resolution") ?? said?.resolution,
    group: text("group"),
    category: ownCategory ?? categoryOfStatuses(usual),
    retry: retry ?? retryOfStatuses(usual, ownCategory),
    stated: [ownCategory ? (["category"] as const) : [], retry ? (["retry"] as const) : []].flat(),
    statuses,
    envelope: envelope?.name,
    docs: settings.docs?.replaceAll("{code}", urlPart(code)),
    details: detailsOf(definition, schemaNames, follow) ?? undeclaredDetails(definition, examples),
    fields: text("fields"),
    headers: headersOf(responses),
    requiredHeaders: requiredHeadersOf(responses, follow),
    examples: shownExamples(examples),
    operations: given ? distinct([...operationsOf(responses), ...given.operations]) : operationsOf(responses),
    evidence: definition.evidence,
    pointers: wire ? definition.pointers : [],
    deprecated: child(about, "deprecated").value === true || said?.deprecated === true,
    since: text("since") ?? said?.since,
    replacedBy: text("replacedBy") ?? said?.replacedBy,
    retired: false,
    empty: emptyOf(responses),
    source: `${fileOf(about, document)}#${pointerText(pointerOf(standing(about)))}`,
  };
}

function detailsOf(definition: Definition, names: ErrorSchemas["names"], follow: Sources["follow"]) {
  const { wire, node, envelope, bodies = [] } = definition;
  if (!wire) return readOpenDetails(definition, names, follow);
  if (bodies.length > 1) return detailsOfAny(bodies, false, names, follow);
  return envelope && readDetails(node, names.get(identity(node)) ?? "", envelope, follow);
}

/** Where no schema describes the body, or an example shows more than it declares, details may be anything: one example says too little. */
function undeclaredDetails({ wire, node, envelope, responses }: Definition, examples: readonly ExampleNode[]) {
  if (envelope?.details === undefined) return undefined;
  const bodies = wire ? [{ schema: node }] : openBodiesOf(responses);
  const isUnsaid = responses.length > 0 && bodies.some(({ schema }) => schema.value === undefined);
  const isShown = () => examples.some(({ body }) => isObject(body) && detailsIn(body, envelope) !== undefined);
  return isUnsaid || isShown() ? anyDetails : undefined;
}

const headersOf = onceFor((responses: readonly ErrorResponse[]) =>
  distinct(responses.flatMap(({ response }) => headerNames(response.node))),
);

function requiredHeadersOf(responses: readonly ErrorResponse[], follow: Sources["follow"]): string[] {
  const [first = [], ...others] = responses.map(({ response }) => requiredHeaderNames(response.node, follow));
  return distinct(first.filter((name) => others.every((names) => names.includes(name))));
}

const operationsOf = onceFor((responses: readonly ErrorResponse[]) =>
  distinct(responses.map(({ operation }) => operation.id)),
);

/** The keys of the responses that give an error. A status that it states is more precise than a range or `default`. */
function statusesOf(definition: Definition, given: readonly string[]): string[] {
  const { responses, evidence, shownUnder } = definition;
  const all = statusKeysOf(responses);
  const own = evidence === "enum" ? all.filter((key) => shownUnder?.has(key)) : [];
  // One list of codes under several statuses says of none which of them it comes with: examples of answers do.
  const keys = [...(own.length > 0 ? own : preciseKeysOf(definition)), ...given];
  const stated = statedStatus(definition);
  // No response gives it: what is said of it is all there is.
  if (keys.length === 0 && stated === undefined) return distinct([definition.said?.status ?? []].flat());
  if (stated === undefined) return distinct(keys).sort(byStatus);
  return distinct([...keys.filter((key) => !isRange(key)), String(stated)]).sort(byStatus);
}

/** One list of codes under several statuses, or under a range, may say which of them a code comes with. */
function usualStatuses(statuses: readonly string[], said: string | undefined): readonly string[] {
  const [first = "default", ...more] = statuses;
  return said !== undefined && (more.length > 0 || isRange(first)) ? [said] : statuses;
}

/** Whether answers have no body: all of those that give an error, or some. */
function emptyOf(responses: readonly ErrorResponse[]): ContractError["empty"] {
  const bare = responses.filter(({ response }) => response.media.length === 0).length;
  return bare > 0 && (bare === responses.length || "sometimes");
}

/** A body that only examples show has no schema: what is there of it, in the text, is the answer's content. */
function standing(node: Node): Node {
  return node.value === undefined && node.parent ? standing(node.parent) : node;
}

/** The way from the document to the file of a node; empty where it is the document's own. */
function fileOf({ source }: Node, document: Node): string {
  if (source === document.source) return "";
  return relative(dirname(document.source.path), source.path).replaceAll("\\", "/");
}

function shownExamples(own: readonly ExampleNode[]): ContractError["examples"] {
  const shown = own.map(({ name, summary, description, status, headers, body, schema }) => ({
    name,
    summary,
    description,
    status,
    headers,
    body,
    schema,
  }));
  const sorted = shown.sort((a, b) => a.status - b.status || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  // Of those that are alike the first counts, however often it is repeated.
  const seen = new Set<string>();
  return sorted.filter(({ status, headers, body }) => {
    const key = JSON.stringify([status, headers, body]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Statuses that the document asks to retry, and that are not retried anyway. */
function askedRetry(statuses: readonly string[], { retried }: Settings): Retry | undefined {
  const asked = statuses.every((key) => retried.has(key) || retried.has(`${key[0]}XX`));
  return asked && retryOfStatuses(statuses) === "never" ? "backoff" : undefined;
}

function groupRank(groups: readonly string[], { group }: ContractError): number {
  const rank = group === undefined ? -1 : groups.indexOf(group);
  return rank === -1 ? groups.length : rank;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
