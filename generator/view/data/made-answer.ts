import type { ContractError, Example } from "../../model/contract.js";
import { answerBody } from "../../runtime/answer-body.js";
import { classifyAnswer } from "../../runtime/classify.js";
import type { Envelope, ParserContract } from "../../runtime/contract.js";
import type { Classified } from "../../runtime/error.js";
import { meaningBeyondTitle, sentence } from "../words.js";
import { sampleOf } from "./sample.js";

export type WholeAnswer = Pick<Example, "status" | "headers" | "body">;

/** An answer that the parser reads as this error, for one that the document shows none of: from what its contract says. */
export function madeAnswer(error: ContractError, parser: ParserContract, mediaType: string): WholeAnswer {
  let best: { readonly answer: WholeAnswer; readonly likeness: number } | undefined;
  const bodies = bodiesOf(error, parser);
  for (const status of statusesOf(error))
    for (const body of bodies) {
      const type = body === undefined ? {} : { "Content-Type": mediaType };
      const answer: WholeAnswer = { status, headers: { ...type, ...codeHeaderOf(error, parser) }, body };
      const likeness = likenessOf(error, classifyAnswer(parser, answer));
      if (likeness === (isRangeAlone(error) ? 2 : 3)) return answer;
      if (best === undefined || likeness > best.likeness) best = { answer, likeness };
    }
  return best!.answer;
}

/** The code in a header, where the body has no place for it. */
function codeHeaderOf({ code, wire }: ContractError, { envelopes, errors }: ParserContract): Record<string, string> {
  const own = envelopes[errors[code]?.envelope ?? 0];
  return wire && own?.code === undefined && own?.codeHeader !== undefined ? { [own.codeHeader]: code } : {};
}

/** How well an answer came back: 3 as the error itself, 2 as one to be treated like it, 1 with deviations. */
function likenessOf(error: ContractError, parsed: Classified): number {
  if (!readsAs(error, parsed)) return 0;
  if (parsed.deviations.length > 0) return 1;
  return parsed.code === error.code ? 3 : 2;
}

/** No answer has the status that `http_4XX` names. */
function isRangeAlone({ wire, statuses }: ContractError): boolean {
  return !wire && statuses.every((key) => Number.isNaN(Number(key)));
}

/** Whether an answer came back as an error: for a status-only one, as itself or as one to be treated like it. */
export function readsAs({ code, wire }: ContractError, parsed: Classified): boolean {
  return wire ? parsed.listed && parsed.code === code : parsed.closest === code;
}

/** The best first: what is declared in full, then with less of it. */
function bodiesOf(error: ContractError, { envelopes, errors }: ParserContract): unknown[] {
  const { code, details, fields, wire } = error;
  const own = envelopes[errors[code]?.envelope ?? 0];
  const others = envelopes.filter((envelope) => envelope !== own && (envelope.code !== undefined) === wire);
  const message = messageOf(error);
  const samples = [
    ...(details === undefined ? [] : [sampleOf(details.schema, "required"), sampleOf(details.schema, "all")]),
    ...(details === undefined || details.optional ? [undefined] : []),
  ];
  const said = codesOf(error, errors).flatMap((code) => samples.map((sample) => ({ code, message, details: sample })));
  const inEnvelope = (envelope: Envelope) =>
    said.map((parts) => answerBody(envelope, { ...parts, requestId: undefined, delay: undefined }));
  const withFields = [own, ...others].flatMap((envelope) => {
    const at = fields ?? envelope?.fields;
    const items = { code: undefined, message, details: [{ field: "name", message }] };
    if (wire || at === undefined) return [];
    return [answerBody({ ...envelope, details: at }, { ...items, requestId: undefined, delay: undefined })];
  });
  const withBody = [...(own ? inEnvelope(own) : []), ...withFields, ...others.flatMap(inEnvelope)];
  return error.empty === true || envelopes.length === 0 ? [undefined, ...withBody] : [...withBody, undefined];
}

/** What stands in the place of the code: for a status-only error nothing, its status, or a code that nobody listed. */
function codesOf({ code, wire, wireType, statuses: [first = ""] }: ContractError, errors: ParserContract["errors"]) {
  if (wire) return [wireType === "integer" ? Number(code) : code];
  const unlisted = ["not_listed", "not_listed_either"].find((name) => !Object.hasOwn(errors, name));
  return [undefined, ...(Number.isNaN(Number(first)) ? [] : [first]), unlisted];
}

/** One line of what the error means. */
function messageOf(error: ContractError): string {
  const [line = "", ...more] = meaningBeyondTitle(error).trim().split("\n");
  return line === "" || more.length > 0 || line.length > 200 ? sentence(error.title.trim()) : line;
}

/** Statuses that an answer with this error may have, the usual first. */
function statusesOf({ statuses }: ContractError): number[] {
  const exact = statuses.map(Number).filter((status) => !Number.isNaN(status));
  const hundreds = statuses.some((key) => key === "default")
    ? [5, 4]
    : statuses.map((key) => Number(key.replace("XX", "")));
  const ranged = exact.length > 0 ? [] : (hundreds.length === 0 ? [5] : hundreds).flatMap(statusesOfRange);
  return [...exact, ...ranged];
}

function statusesOfRange(hundred: number): number[] {
  return Array.from({ length: 100 }, (_, at) => hundred * 100 + at);
}
