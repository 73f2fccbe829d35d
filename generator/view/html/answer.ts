import type { ContractError, Example } from "../../model/contract.js";
import { reasonPhrase } from "../../model/definitions/statuses.js";
import { highlighted } from "./highlighted.js";
import { html } from "./text.js";

/** A page shows what answers look like, not all of an enormous one: Redoc does. */
const [mostAnswers, mostLines, mostCharacters] = [6, 60, 3000];

/** The example answers of an error: status line, headers, body. */
export function answerViews({ code, examples }: ContractError) {
  return examples.slice(0, mostAnswers).map((example) => {
    const body = bodyText(example);
    return {
      name: html(nameOf(example, code)),
      head: highlighted("http", headText(example)),
      body: body === "" ? undefined : highlighted("json", body),
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

function bodyText({ body }: Example): string {
  if (body === undefined) return "";
  const text = typeof body === "string" ? body : JSON.stringify(body, null, 2);
  const lines = text.slice(0, mostCharacters).split("\n");
  const shown = lines.slice(0, mostLines).join("\n");
  return shown.length < text.length ? `${shown}\n…` : shown;
}
