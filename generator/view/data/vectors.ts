import type { Contract } from "../../model/contract.js";
import { parserContractOf } from "../../model/derived/parser-contract.js";
import { classifyAnswer } from "../../runtime/classify.js";
import type { ParserContract } from "../../runtime/contract.js";
import type { Classified } from "../../runtime/error.js";
import { errorTypeName } from "../names.js";
import { madeAnswer, readsAs, type WholeAnswer } from "./made-answer.js";

/** vectors.json: answers and what any parser of this contract, in any language, makes of them. One or more for each error. */
export function vectors(contract: Contract) {
  const parser = parserContractOf(contract, errorTypeName(contract.id));
  const mediaTypes = mediaTypesOf(contract);
  return contract.errors.flatMap((error) => {
    const { code, examples } = error;
    const shown = examples.map(({ name, ...answer }) =>
      read(name === code ? code : `${code}: ${name}`, answer, parser),
    );
    if (shown.some(({ parsed }) => readsAs(error, parsed))) return shown.map(vectorOf);
    const made = madeAnswer(error, parser, mediaTypes.get(code) ?? "application/json");
    return [...shown, read(`${code}: made from the contract`, made, parser)].map(vectorOf);
  });
}

interface ReadAnswer {
  readonly name: string;
  readonly answer: WholeAnswer;
  readonly parsed: Classified;
}

function read(name: string, { status, headers, body = null }: WholeAnswer, parser: ParserContract): ReadAnswer {
  const answer = { status, headers, body };
  return { name, answer, parsed: classifyAnswer(parser, answer) };
}

function vectorOf({ name, answer, parsed }: ReadAnswer) {
  const { listed, message, fields, category } = parsed;
  return {
    name,
    ...answer,
    expect: {
      code: parsed.code,
      status: parsed.status,
      listed,
      message,
      details: parsed.details ?? null,
      fields,
      requestId: parsed.requestId ?? null,
      retryAfter: parsed.retryAfter ?? null,
      closest: parsed.closest ?? null,
      category,
    },
  };
}

/** The kind of JSON that each error is answered in. */
function mediaTypesOf({ operations }: Contract): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { mediaTypes, errors } of operations.flatMap(({ responses }) => responses)) {
    const type = mediaTypes.find((name) => /json/i.test(name));
    if (type !== undefined) for (const code of errors) if (!found.has(code)) found.set(code, type);
  }
  return found;
}
