import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, type Node, textAt } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { ExampleNode } from "../answers/examples.js";
import type { Evidence } from "../contract.js";
import { partsOf, schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import { textOfExamples } from "../evidence/example-text.js";
import { schemaSamplesAt } from "../evidence/samples.js";
import { isCatalogueNumber } from "../texts/catalogue-number.js";
import { withoutTables } from "../texts/without-tables.js";
import { beyondCode } from "./beyond-code.js";
import type { Definition } from "./definition.js";
import { humanise } from "./humanise.js";
import { reasonPhrase } from "./statuses.js";
import { toldOf } from "./told-of-codes.js";

/** What an error is called, and what it means. */
export interface ErrorTexts {
  readonly title: string;
  readonly meaning: string;
}

/** What was found of an error elsewhere: its examples, what its only answer says, and messages that say nothing of it. */
interface Found {
  readonly examples: readonly ExampleNode[];
  readonly ofAnswer: string | undefined;
  readonly shared: ReadonlySet<string>;
}

/** What `x-error` says, else what stands for the error alone, what is said of it elsewhere, and what its answers show. */
export function textsOf(
  definition: Definition,
  statuses: readonly string[],
  { examples, ofAnswer, shared }: Found,
  settings: Settings,
  follow: Sources["follow"],
): ErrorTexts {
  const { code, wire, extension, responses, envelope, said } = definition;
  const usual = wire ? humanise(code) : reasonPhrase(statuses[0] ?? "default");
  const own = ownTexts(definition, settings, follow);
  const shown = wire && !settings.prepared ? textOfExamples(examples, responses, envelope) : undefined;
  const beside = wire ? messageBeside(definition, shared, follow) : undefined;
  // What somebody wrote in x-error stays as it is.
  const first = (texts: readonly (string | undefined)[]) =>
    texts.map((text) => beyondCode(text, code, statuses)).find((text) => text !== undefined);
  const title = textAt(extension, "title") ?? first([own.title, said?.title, shown?.title]);
  const meaning =
    textAt(extension, "description") ??
    first([own.meaning, said?.meaning, shown?.meaning, beside, ofAnswer, textBeside(definition)]);
  // Of a number, words say more than `Error 4711` or `Ord 422 001` does.
  const heading = title ?? (wire && isCatalogueNumber(code) ? headingOf(meaning) : undefined) ?? usual;
  return { title: heading, meaning: meaning?.trim() || (title ?? usual) };
}

/** What stands beside the code in at least half of the answers that give it. */
function textBeside({ code, wire, responses }: Definition): string | undefined {
  if (!wire) return undefined;
  const texts = new Map<string, number>();
  for (const { branches } of responses)
    for (const text of toldOf(code, branches).texts) texts.set(text, (texts.get(text) ?? 0) + 1);
  const [first] = [...texts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first && first[1] * 2 >= responses.length ? first[0] : undefined;
}

const maxHeading = 80;

/** The first sentence of a text, where it is short. */
function headingOf(text: string | undefined): string | undefined {
  const [first = ""] = text?.trim().split(/\.\s|\n/, 1) ?? [];
  const heading = first.replace(/\.$/, "");
  return heading !== "" && heading.length <= maxHeading ? heading : undefined;
}

function ownTexts({ wire, isOwn, about, extension }: Definition, { prepared }: Settings, follow: Sources["follow"]) {
  if (!wire)
    return {
      title: textAt(about, "summary"),
      meaning: isOwn || extension.value !== undefined ? sentencesIn(textAt(about, "description"), prepared) : undefined,
    };
  if (!isOwn) return { title: undefined, meaning: undefined };
  const holders = [about, ...partsOf(about, follow).filter((part) => isWrittenIn(part, about))];
  const first = (key: string) => holders.map((holder) => textAt(holder, key)).find((text) => text !== undefined);
  return { title: specific(asHeading(first("title"))), meaning: specific(first("description")) };
}

/** A table of codes is read as such where nobody prepared the document. */
function sentencesIn(text: string | undefined, prepared: boolean): string | undefined {
  return text === undefined || prepared ? text : withoutTables(text) || undefined;
}

/** A part of an `allOf` that stands there itself is about the same as the whole. */
function isWrittenIn(part: Node, whole: Node): boolean {
  return part.parent?.key === "allOf" && part.parent.parent?.value === whole.value;
}

/** A name of a class is no heading: `CardError` gives `Card error`. */
function asHeading(title: string | undefined): string | undefined {
  return title !== undefined && /^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+$/.test(title.trim())
    ? humanise(title.trim())
    : title;
}

const generic = new Set(
  "a an the any api body code codes common default dto err error errors exception failure for generic http json list message model object of payload problem response result schema standard structure type".split(
    " ",
  ),
);

/** Undefined for a text that is about errors in general: `Error response`. */
function specific(text: string | undefined): string | undefined {
  const words = text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some((word) => !generic.has(word)) ? text : undefined;
}

const maxLength = 300;

/** What the message beside the code of a schema that stands for it alone is, by example, default or constant. */
function messageBeside(
  definition: Definition,
  shared: ReadonlySet<string>,
  follow: Sources["follow"],
): string | undefined {
  const { code, isOwn, about, node, envelope, responses } = definition;
  if (envelope?.message === undefined) return undefined;
  if (isOwn) return onlyOne(messagesIn(node, about, envelope.message, follow).filter((text) => !shared.has(text)));
  if (envelope.code === undefined || !samples.has(definition.evidence)) return undefined;
  const { code: place, message } = envelope;
  const alone = responses.flatMap(({ branches }) => aloneIn(branches)(place, follow).get(code) ?? []);
  const schemas = new Map(alone.map((schema) => [identity(schema), schema]));
  return onlyOne([...schemas.values()].flatMap((schema) => messagesIn(schema, schema, message, follow)));
}

/** What the schemas of several errors show as their message, as `some description` in a base: it says of none what it means. */
export function sharedMessages(definitions: readonly Definition[], follow: Sources["follow"]): ReadonlySet<string> {
  const shown = new Set<string>();
  const shared = new Set<string>();
  for (const { isOwn, wire, about, node, envelope } of definitions) {
    if (!isOwn || !wire || envelope?.message === undefined) continue;
    for (const text of new Set(messagesIn(node, about, envelope.message, follow)))
      (shown.has(text) ? shared : shown).add(text);
  }
  return shared;
}

const samples: ReadonlySet<Evidence> = new Set(["response-example", "schema-sample"]);

/** For each code, the schemas whose samples show it alone: the samples of one schema go together. */
const aloneIn = onceFor((branches: ErrorResponse["branches"]) => {
  const byPlace = new Map<string, ReadonlyMap<string, readonly Node[]>>();
  return (place: string, follow: Sources["follow"]) => {
    const known = byPlace.get(place) ?? shownAlone(branches, tokensOf(place), follow);
    byPlace.set(place, known);
    return known;
  };
});

function shownAlone(branches: ErrorResponse["branches"], path: readonly string[], follow: Sources["follow"]) {
  const byCode = new Map<string, Node[]>();
  for (const { schema } of branches) {
    const [only, ...others] = new Set(schemaSamplesAt(schema, path, follow).map(({ value }) => String(value)));
    if (only === undefined || others.length > 0) continue;
    if (!byCode.get(only)?.push(schema)) byCode.set(only, [schema]);
  }
  return byCode;
}

function onlyOne(texts: readonly string[]): string | undefined {
  const [only, ...others] = new Set(texts);
  return others.length === 0 ? only : undefined;
}

function messagesIn(schema: Node, about: Node, pointer: string, follow: Sources["follow"]): string[] {
  const path = tokensOf(pointer);
  const whole = textsAt(schema, path, follow);
  // An item of a list is not the whole body: its message is beside its code.
  return whole.length > 0 && !path.includes("*") ? whole : textsAt(about, path.slice(-1), follow);
}

function textsAt(schema: Node, path: readonly string[], follow: Sources["follow"]): string[] {
  const declared = schemasAt(schema, path, follow).flatMap((part) => [child(part, "default"), child(part, "const")]);
  const shown = schemaSamplesAt(schema, path, follow);
  return [...shown, ...declared]
    .map(({ value, key }) =>
      typeof value === "string" && value.length <= maxLength && value.trim() !== key ? value : "",
    )
    .filter((text) => /\S\s+\S/.test(text));
}
