import type { Sources } from "../../read/reader.js";
import { child, isObject, items, type Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import { coversStatus } from "../../runtime/status.js";
import type { FoundCode } from "../definitions/codes.js";
import { schemasAt } from "../document/schemas.js";
import { wordOf } from "../infer/field-lists.js";
import { isTextName } from "../infer/message-place.js";
import { reasonPhrases } from "../texts/reason-phrases.js";
import { type CodeBranch, shownAt } from "./codes-of-examples.js";
import { schemaSamplesAt } from "./samples.js";
import { usual } from "./usual-members.js";

type Follow = Sources["follow"];

/** What bodies say beside a code, where they agree. */
export interface BesideCode {
  /** Its status. Only below a range or `default` it tells more than the answer does. */
  readonly status: string | undefined;
  /** Its text for people. */
  readonly text: string | undefined;
}

const maxLength = 300;
const phrases = new Set(Object.values(reasonPhrases).map((phrase = "") => phrase.toLowerCase()));
const ofStatus = new Set([...usual.status.map(wordOf), "httpstatuscode", "httpcode"]);

/** By code: what stands beside it in one alternative of an answer, by constants of its schema and in what shows it. */
export function besideCodes(
  branch: CodeBranch & { readonly message: string | undefined },
  key: string,
  codes: readonly FoundCode[],
  follow: Follow,
): ReadonlyMap<string, BesideCode> {
  const shown = shownWith(branch, codes, follow);
  const statuses = gathered([
    ...constantStatuses(branch, codes, follow),
    ...shown.flatMap(({ code, members }) => statusesIn(members).map((status) => [code, status] as const)),
  ]);
  const own = tokensOf(branch.message ?? "").at(-1);
  const texts = gathered(shown.map(({ code, members }) => [code, textIn(members, own)] as const));
  return new Map(
    [...new Set([...statuses.keys(), ...texts.keys()])].map((code) => {
      const status = only(statuses.get(code));
      const isFit = status !== undefined && /^[45]\d\d$/.test(status) && coversStatus([key], Number(status));
      return [code, { status: isFit ? status : undefined, text: only(texts.get(code)) }] as const;
    }),
  );
}

interface Shown {
  readonly code: string;
  /** Of the object that holds the code, and of the body itself. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** Each code that examples and samples show, with what they show beside it. What examples show of others, others tell. */
function shownWith({ media, schema, pointer }: CodeBranch, codes: readonly FoundCode[], follow: Follow): Shown[] {
  const path = tokensOf(pointer);
  const name = path.at(-1) ?? "";
  const ofExamples = codes.flatMap(({ code }) =>
    (shownAt(media, pointer, follow).get(code) ?? []).map(({ holder, body }) => ({
      code,
      members: { ...scalars(body), ...around(holder) },
    })),
  );
  const sampled = schemaSamplesAt(schema, path, follow);
  const inBodies = sampled.filter(({ key }) => key === name);
  const alone = sampled.filter((node) => !inBodies.includes(node));
  const ofSamples = inBodies.map((node) => ({ code: String(node.value), members: around(node) }));
  // Members that are shown one by one belong together where there is one of each.
  const [single, ...others] = alone;
  if (single === undefined || others.length > 0) return [...ofExamples, ...ofSamples];
  const holder = path.slice(0, -1);
  const names = schemasAt(schema, holder, follow).flatMap((part) =>
    Object.keys(Object(child(part, "properties").value)),
  );
  const members = names.flatMap((member) => {
    const values = schemaSamplesAt(schema, [...holder, member], follow);
    return values.length === 1 ? [[member, values[0]!.value] as const] : [];
  });
  return [...ofExamples, ...ofSamples, { code: String(single.value), members: Object.fromEntries(members) }];
}

function around({ parent }: Node): Shown["members"] {
  return parent ? scalars(parent) : {};
}

function scalars({ value }: Node): Shown["members"] {
  const all = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(all.filter(([, member]) => typeof member === "string" || typeof member === "number"));
}

function statusesIn(members: Shown["members"]): string[] {
  return Object.entries(members).flatMap(([name, value]) => (ofStatus.has(wordOf(name)) ? [String(value)] : []));
}

/** What the member for the message says, else any other that is for people. */
function textIn(members: Shown["members"], own: string | undefined): string {
  const names = [...(own === undefined ? [] : [own]), ...Object.keys(members).filter(isTextName).sort()];
  const texts = names.map((name) => members[name]).filter((value) => typeof value === "string");
  return texts.find((text) => tells(text.trim()))?.trim() ?? "";
}

/** A reason phrase says no more than the status does. */
function tells(text: string): boolean {
  return /\S\s+\S/.test(text) && text.length <= maxLength && !phrases.has(text.toLowerCase());
}

type Told = readonly [code: string, said: string];

/** A schema that stands for one code, and for one status. */
function constantStatuses({ schema, pointer }: CodeBranch, codes: readonly FoundCode[], follow: Follow): Told[] {
  const [only, ...others] = codes;
  if (only?.evidence !== "const" || others.length > 0) return [];
  const path = tokensOf(pointer);
  const holders = path.length > 1 ? [path.slice(0, -1), []] : [[]];
  return holders.flatMap((holder) =>
    schemasAt(schema, holder, follow)
      .flatMap((part) => Object.keys(Object(child(part, "properties").value)))
      .filter((name) => ofStatus.has(wordOf(name)) && [...holder, name].join("/") !== path.join("/"))
      .flatMap((name) => constantsAt(schema, [...holder, name], follow))
      .map((status) => [only.code, status] as const),
  );
}

function constantsAt(schema: Node, path: readonly string[], follow: Follow): string[] {
  const values = schemasAt(schema, path, follow).flatMap((part) => {
    const constant = child(part, "const");
    return constant.value === undefined ? items(child(part, "enum")) : [constant];
  });
  return values.map(({ value }) => String(value));
}

function gathered(told: readonly Told[]): Map<string, Set<string>> {
  const byCode = new Map<string, Set<string>>();
  for (const [code, said] of told) if (said !== "") byCode.set(code, (byCode.get(code) ?? new Set()).add(said));
  return byCode;
}

function only(values: ReadonlySet<string> | undefined): string | undefined {
  return values?.size === 1 ? [...values][0] : undefined;
}
