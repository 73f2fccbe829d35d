import type { Contract, ContractError, Example } from "../../model/contract.js";
import { reasonPhrase } from "../../model/definitions/statuses.js";
import { bodyText, shownExamples } from "../shown-examples.js";
import { later } from "./later.js";
import { html } from "./text.js";

/** The example answers of an error: status line, headers, body. */
export function answerViews(error: ContractError, contract: Contract) {
  return shownExamples(error).map((example) => {
    const body = example.body === undefined ? "" : bodyText(example, contract);
    return {
      name: html(nameOf(example, error.code)),
      head: later("http", headText(example)),
      body: body === "" ? undefined : later("json", body),
    };
  });
}

/** What its author called it, where that says more than the code does. */
function nameOf({ name, summary }: Example, code: string): string {
  if (summary !== undefined) return summary;
  return name === code || /^(?:example(?:_\d+)?|default|empty)$/.test(name) ? "Answer" : name.replaceAll("_", " ");
}

function headText({ status, headers }: Example): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value.replace(/\s+/g, " ")}`);
  return [`HTTP/1.1 ${status} ${reasonPhrase(String(status))}`, ...lines].join("\n");
}
