import { once, onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, isObject, items, type Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import { evidences } from "../contract.js";
import { codeOf, type FoundCode, isCode } from "../definitions/codes.js";
import { codesAt } from "../definitions/codes-of-schema.js";
import { spellingOf } from "../definitions/spelling.js";
import type { ResponseNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import type { CodeBranch } from "./codes-of-examples.js";
import { enumValuesAt } from "./enum-extensions.js";
import { wireTypeAt } from "./extension-codes.js";
import { allSamplesAt, schemaSamplesAt } from "./samples.js";

type Follow = Sources["follow"];

/** Tells of a sample whether it stands for one status only, so that it says as much as an example of that status. */
export type SampleIsOwn = (pointer: string, sample: Node) => boolean;

/** An alternative of a body, where it is to be known what counts for a code. */
interface CountedBranch extends CodeBranch {
  /** Whether the document says itself that codes stand there. */
  readonly isDeclared: boolean;
}

/** The codes that the schema of a branch declares, and those beside it: each once, with its strongest evidence. */
export function codesDeclared(
  branch: CountedBranch,
  { key }: ResponseNode,
  beside: readonly FoundCode[],
  follow: Follow,
): readonly FoundCode[] {
  const { pointer, schema } = branch;
  const declared = codesAt(schema, pointer, follow);
  const known = codeSet(declared);
  // Nothing is stronger than a schema, so that what it lists is not looked at again.
  const more = beside.filter(({ code }) => !known.has(code));
  if (more.length === 0) return own(strongest(declared), branch, key);
  // A number in an example of a text is a slip of the example.
  const isText = wireTypeAt(schema, pointer, follow) === "string";
  const typed = isText ? more.map((found): FoundCode => ({ ...found, wireType: "string" })) : more;
  return own(strongest([...declared, ...typed]), branch, key);
}

/** All codes that a branch of a response shows, in its samples and in those examples of the answer that are its own, too. */
export function codesShown(
  branch: CountedBranch,
  response: ResponseNode,
  beside: readonly FoundCode[],
  ofExamples: readonly FoundCode[],
  isOwn: SampleIsOwn,
  follow: Follow,
): readonly FoundCode[] {
  const { pointer, schema } = branch;
  const isSlip = slipsAt(schemasAt(schema, tokensOf(pointer), follow));
  const sampled = schemaSamplesAt(schema, tokensOf(pointer), follow).flatMap((holder) => {
    if (!isCode(holder.value) || isSlip(holder.value)) return [];
    const evidence = isOwn(pointer, holder) ? "response-example" : "schema-sample";
    return [codeOf(holder.value, evidence, holder)];
  });
  return codesDeclared(branch, response, [...beside, ...ofExamples, ...sampled], follow);
}

/** Beside a list of values, the sample of the same schema that is none of them is a slip, or only a shape. */
function slipsAt(parts: readonly Node[]): (value: unknown) => boolean {
  const listed = new Set(parts.flatMap(enumValuesAt).map(({ value }) => String(isObject(value) ? value.value : value)));
  if (listed.size === 0) return () => false;
  const samples = parts.flatMap((part) => [child(part, "example"), ...items(child(part, "examples"))]);
  const slips = new Set(samples.map(({ value }) => value).filter((value) => !listed.has(String(value))));
  return (value) => slips.has(value);
}

const codeSet = onceFor((codes: readonly FoundCode[]) => new Set(codes.map(({ code }) => code)));

/** For every sample, whether it stands below one status only. `default` stands for any status, and so for none. */
export function ownSamples(
  branches: readonly { readonly schema: Node; readonly pointer: string; readonly key: string }[],
  follow: Follow,
): SampleIsOwn {
  const statuses = once(() => statusesOfSamples(branches, follow));
  return (pointer, sample) => {
    const keys = new Set(statuses().get(nameOf(pointer, sample)));
    keys.delete("default");
    return keys.size <= 1;
  };
}

function statusesOfSamples(branches: Parameters<typeof ownSamples>[0], follow: Follow) {
  const statuses = new Map<string, Set<string>>();
  for (const { schema, pointer, key } of branches) {
    for (const sample of allSamplesAt(schema, tokensOf(pointer), follow)) {
      const name = nameOf(pointer, sample);
      statuses.set(name, (statuses.get(name) ?? new Set()).add(key));
    }
  }
  return statuses;
}

/**
 * What it shows of which member, at whatever depth: one schema may stand at several. What a body shows with all that stands
 * beside it is not the sample of the member alone, which may be the same by chance.
 */
function nameOf(pointer: string, { key, value }: Node): string {
  const member = tokensOf(pointer).at(-1);
  return `${key === member ? "body" : "member"} ${member} ${String(value)}`;
}

/** Each code once, in order. */
const strongest = onceFor((codes: readonly FoundCode[]): readonly FoundCode[] => {
  const byCode = new Map<string, FoundCode>();
  for (const found of codes) {
    const known = byCode.get(found.code);
    if (!known || evidences.indexOf(found.evidence) < evidences.indexOf(known.evidence)) byCode.set(found.code, found);
  }
  return withoutSpellings([...byCode.values()]).sort((a, b) => (a.code < b.code ? -1 : 1));
});

/** A description may write a code as people do: it is told of there, and is no other code. */
function withoutSpellings(codes: FoundCode[]): FoundCode[] {
  if (!codes.some(isOfText)) return codes;
  const spellings = new Set(codes.filter((found) => !isOfText(found)).map(({ code }) => spellingOf(code)));
  return codes.filter((found) => !isOfText(found) || !spellings.has(spellingOf(found.code)));
}

function isOfText({ evidence }: FoundCode): boolean {
  return evidence === "table" || evidence === "prose";
}

/** Where nobody declared that codes stand there, the status said once more is none. */
function own(codes: readonly FoundCode[], { isDeclared }: CountedBranch, key: string): readonly FoundCode[] {
  if (isDeclared || !codeSet(codes).has(key)) return codes;
  return codes.filter(({ code, holder }) => !repeatsStatus(code, holder.value, key));
}

/** A whole number that is the status says nothing more; the same digits as text may be a code of their own. */
function repeatsStatus(code: string, holder: unknown, key: string): boolean {
  return code === key && (typeof holder === "number" || listsNumber(holder, code));
}

function listsNumber(schema: unknown, code: string): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  const { const: constant, enum: values } = schema as { readonly const?: unknown; readonly enum?: unknown };
  const listed = Array.isArray(values) ? values : [constant];
  return listed.some((value) => typeof value === "number" && String(value) === code);
}
