import type { Contract, ContractError, Operation } from "../../model/contract.js";
import type { Classified } from "../../runtime/error.js";
import { categoryInWords, counted } from "../words.js";
import { retryLine, sections, type TerminalPage } from "./code-page.js";
import { type Screen, terminalText } from "./text.js";

/** What a pasted answer is: the page that stands before the page of its code. `error`: its own, or the closest. */
export function answerPage(
  answer: Classified,
  {
    error,
    contract,
    operation,
  }: {
    readonly error: ContractError | undefined;
    readonly contract: Contract;
    readonly operation?: Operation | undefined;
  },
  screen: Screen,
): TerminalPage {
  const text = terminalText(screen);
  const { code, listed, status, requestId, retryAfter, fields, deviations } = answer;
  const facts: [string, string | undefined][] = [
    ["Answer to", operation && placeOf(operation)],
    ["Status", status === 0 ? "not stated" : String(status)],
    ["Message", answer.message],
    ["Request id", requestId],
    ["Wait", retryAfter === undefined ? undefined : waitInWords(retryAfter, contract.retryPolicy.cap)],
    ["Retry", error && retryLine(error, contract)],
    ["Category", error ? undefined : categoryInWords(answer)],
    ["Treat as", listed || error?.code === code ? undefined : error?.code],
  ];
  const resolution = error?.resolution;
  return {
    title: text.heading(`An answer of ${contract.title} (${contract.id})`),
    subtitle: text.code(
      code,
      listed ? "" : `not a code that ${error?.code === code ? "this operation declares" : "the contract lists"}`,
    ),
    facts: facts.flatMap(([label, value]) => (value === undefined ? [] : [text.fact(label, value)])),
    text: undefined,
    sections: sections(text, [
      ["What to do", resolution === undefined ? [] : [text.prose(resolution, 2)]],
      ["Fields", fields.map(({ path, message }) => text.term(path.join(".") || "(all)", message))],
      [
        "Departs from the contract",
        deviations.map(({ pointer, expected, found }) =>
          text.term(pointer || "the answer", `expected ${expected}, found ${found}`),
        ),
      ],
    ]),
  };
}

/** `createTenant (POST /v1/tenants)`; one without an id is called by its place alone. */
function placeOf({ id, method, path }: Operation): string {
  const place = `${method} ${path}`;
  return id === place ? place : `${id} (${place})`;
}

function waitInWords(seconds: number, cap: number): string {
  const stated = `${counted(seconds, "second")}, says the server`;
  return seconds > cap ? `${stated}: more than the ${cap} that are waited at most, so do not retry` : stated;
}
