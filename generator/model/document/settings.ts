import type { ExtensionRule } from "../../read/extension-rule.js";
import { freeId, reservedIds } from "../../read/reserved-ids.js";
import { child, isObject, items, members, type Node, textAt } from "../../read/source.js";
import type { ClosestRule, DelayHeader, Envelope, RetryPolicy } from "../../runtime/contract.js";
import type { Evidence, Group } from "../contract.js";
import { builtInRules } from "../evidence/built-in-rules.js";
import { retriedStatuses } from "../evidence/retried-statuses.js";

/** What a person asked for, beyond what the document says. */
export interface ContractOptions {
  /** The id of the API, whatever the document says. */
  readonly id?: string | undefined;
  /** What redocly.yaml calls the API: its id where the document says none. */
  readonly name?: string | undefined;
  /** What makes a code listed. Default: schemas and extensions, and examples and tables too where nobody prepared the document. */
  readonly evidence?: readonly string[] | undefined;
  /** Extensions that list codes, beside those that are known. */
  readonly extensions?: readonly ExtensionRule[] | undefined;
}

/** What `x-error-contract` says, with its defaults. It was checked before. */
export interface Settings {
  /** Whether the document has the extension at all. */
  readonly prepared: boolean;
  readonly id: string;
  readonly envelopes: readonly (Envelope & { readonly name: string; readonly node: Node })[];
  readonly requestIdHeaders: readonly string[];
  readonly delayHeaders: readonly DelayHeader[];
  readonly meanings: ReadonlyMap<string, string>;
  readonly groups: readonly Group[];
  readonly closest: readonly (ClosestRule & { readonly node: Node })[];
  readonly retryPolicy: RetryPolicy;
  readonly docs: string | undefined;
  /** What makes a code listed. */
  readonly evidence: ReadonlySet<string>;
  readonly extensions: readonly ExtensionRule[];
  /** Statuses that the document asks to retry. */
  readonly retried: ReadonlySet<string>;
}

const preparedEvidence: readonly Evidence[] = ["const", "enum", "extension"];
export const shownEvidence: readonly Evidence[] = ["response-example", "table"];

export function readSettings(document: Node, options: ContractOptions): Settings {
  const extension = child(document, "x-error-contract");
  const prepared = extension.value !== undefined;
  const retryPolicy = child(extension, "retryPolicy").value;
  const stated = items(child(extension, "evidence")).map(({ value }) => String(value));
  const usual = prepared ? preparedEvidence : [...preparedEvidence, ...shownEvidence];
  return {
    prepared,
    id:
      options.id ?? textAt(extension, "id") ?? idOf(options.name ?? textAt(document, "info", "title") ?? "", prepared),
    envelopes: items(child(extension, "envelopes")).map((node) => ({ ...readEnvelope(node), node })),
    requestIdHeaders: items(child(extension, "requestIdHeaders")).map((header) => String(header.value)),
    delayHeaders: items(child(extension, "delayHeaders")).map(readDelayHeader),
    meanings: new Map(members(child(extension, "statuses")).map(([key, node]) => [key, String(node.value)])),
    groups: items(child(extension, "groups")).map((group) => ({
      name: textAt(group, "name") ?? "",
      description: textAt(group, "description"),
    })),
    closest: items(child(extension, "closest")).map((node) => ({ ...(node.value as ClosestRule), node })),
    retryPolicy: { attempts: 3, base: 1, cap: 60, ...(isObject(retryPolicy) ? retryPolicy : {}) },
    docs: textAt(extension, "docs"),
    evidence: new Set<string>(options.evidence ?? (stated.length > 0 ? stated : usual)),
    extensions: [...(options.extensions ?? []), ...builtInRules],
    retried: retriedStatuses(document),
  };
}

const envelopeMembers = [
  "name",
  "code",
  "message",
  "details",
  "requestId",
  "delay",
  "fields",
  "field",
  "codeOptional",
  "codeHeader",
];

/** What an envelope says, in an order that is not the document's. */
function readEnvelope(node: Node): Envelope & { readonly name: string } {
  const said = envelopeMembers.flatMap((key) => members(node).filter(([name]) => name === key));
  return Object.fromEntries(said.map(([key, { value }]) => [key, value])) as { name: string };
}

/** A title, or a name of redocly.yaml, as an id. Nobody chose it in a document that was not prepared: a reserved word gets an ending there. */
function idOf(title: string, prepared: boolean): string {
  const slug = slugOf(title);
  return !prepared && reservedIds.has(slug) ? freeId(slug) : slug;
}

function readDelayHeader({ value }: Node): DelayHeader {
  const { name, unit } = value as DelayHeader;
  return { name, unit };
}

/** What file systems take beside the names of files in a folder of that name. */
const longestId = 80;

/** A title as an id: `Tenant Core API` gives `tenant_core_api`, `Café` gives `cafe`. */
export function slugOf(title: string): string {
  const words =
    title
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.join("_").slice(0, longestId).replace(/_$/, "");
  return /^[a-z]/.test(slug) ? slug : `api${slug && `_${slug}`}`;
}
