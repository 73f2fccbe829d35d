import type { ContractError } from "../../../model/contract.js";
import { hasErrors } from "../../../problem/problem.js";
import { shownPath } from "../../../read/file.js";
import { categories } from "../../../runtime/category.js";
import { codeSpan, inlineMarkdown } from "../../../view/markdown/text.js";
import { errorsOfStatus } from "../../../view/statuses.js";
import { counted } from "../../../view/words.js";
import { boundedText, fitting, told } from "../bounded.js";
import { type NamedOperation, operationInWords, operationsMeant } from "../operations.js";
import { errorInShort } from "../told-error.js";
import { Refusal, toolOf } from "../tool.js";
import { apisNamed, type ReadApi } from "../workspace.js";

const status = /^(?:[1-5]\d\d|[1-5]XX|default)$/i;

export const listErrors = toolOf(
  "list_errors",
  {
    title: "List the errors of an API or an operation",
    description:
      "Which errors an API can answer with, from its OpenAPI contract: code, status, category, and whether a retry can help. Call it before writing code that calls an operation, to know which errors it has to handle, or to find the code for a situation; do not guess error codes. Without arguments it lists the APIs and all their errors.",
    parameters: {
      operation: {
        type: "string",
        description:
          "Only errors of this operation: its id (createOrder), or method and path or URL (POST /v1/orders).",
      },
      api: { type: "string", description: "The id of an API, where there are several." },
      status: { type: "string", description: "Only errors with this HTTP status: 404, 4XX." },
      category: { type: "string", enum: categories, description: "Only errors of this category." },
      retry: {
        type: "string",
        enum: ["never", "backoff", "after-delay"],
        description: "Only errors with this retry class; after-delay may be sent again with any method.",
      },
      text: { type: "string", description: "Only errors whose code, title or meaning holds this text." },
      cursor: { type: "string", description: "`next` of the answer before, to go on in a long list." },
    },
    output: {
      apis: { type: "array", items: { type: "object" } },
      errors: { type: "array", items: { type: "object" } },
      total: { type: "integer" },
      next: { type: ["string", "null"], description: "The cursor of what follows; null: that was all." },
      notes: { type: "array", items: { type: "string" } },
    },
  },
  async (given, workspace) => {
    const now = await workspace.read();
    const named = apisNamed(given.api, now);
    const operations = given.operation === undefined ? undefined : operationsMeant(given.operation, named);
    const apis =
      operations === undefined ? named : [...new Map(operations.map((each) => [each.contract, each])).values()];
    if (given.status !== undefined && !status.test(given.status))
      throw new Refusal(`\`status\` is to be one like 404, 4XX or default, not \`${told(given.status, 50)}\``);
    const asked = given.status?.toUpperCase().replace("DEFAULT", "default");
    const found = apis.flatMap((api) => {
      const { contract } = api;
      const own = operations?.filter((each) => each.contract === contract);
      const ofStatus = asked === undefined ? undefined : new Set(statusErrors(asked, api));
      return contract.errors
        .filter((error) => own === undefined || own.some(({ operation }) => error.operations.includes(operation.id)))
        .filter((error) => ofStatus === undefined || ofStatus.has(error))
        .filter(({ category }) => given.category === undefined || category === given.category)
        .filter(({ retry }) => given.retry === undefined || retry === given.retry)
        .filter((error) => given.text === undefined || holds(error, given.text))
        .map((error) => ({ ...errorInShort(contract, error), ...(own && { statuses: statusesAt(error, own) }) }));
    });
    const from = cursorOf(given.cursor, found.length);
    const { shown, next } = fitting(found, { from, most: 12_000 });
    const first = from === 0 ? fitting(apis.map(apiInShort), { most: 3000 }) : { shown: [], next: undefined };
    const notes = [
      ...(operations ?? []).slice(0, 10).map((each) => `${each.contract.id}: ${operationInWords(each.operation)}`),
      ...(next === undefined ? [] : [`${found.length - next} more: call again with cursor "${next}", or ask for less`]),
      ...(first.next === undefined ? [] : [`${apis.length - first.next} more APIs: name one with \`api\``]),
      ...(found.length === 0 ? ["no error of the contract is like that"] : []),
      ...(operations && found.length > 0
        ? ["also expect codes that nobody listed yet; handle_errors writes the code that handles all of these"]
        : []),
      ...(hasErrors(now.problems) ? ["a document has errors, so this may not be all: call check_document"] : []),
    ];
    const data = {
      apis: first.shown,
      errors: shown,
      total: found.length,
      next: next === undefined ? null : `${next}`,
      notes,
    };
    return { text: boundedText(textOf(data), "ask for an operation or a status"), data };
  },
);

function statusErrors(asked: string, { contract }: ReadApi): readonly ContractError[] {
  return asked === "default"
    ? contract.errors.filter(({ statuses }) => statuses.includes("default"))
    : errorsOfStatus(asked, contract);
}

/** The statuses that an error has where these operations give it. */
function statusesAt({ code, statuses }: ContractError, operations: readonly NamedOperation[]): readonly string[] {
  const own = operations.flatMap(({ operation }) =>
    operation.responses.flatMap(({ status, errors }) => (errors.includes(code) ? [status] : [])),
  );
  return own.length === 0 ? statuses.slice(0, 20) : [...new Set(own)];
}

function holds({ code, title, meaning, causes }: ContractError, text: string): boolean {
  const letters = text.toLowerCase();
  return [code, title, meaning, ...causes].some((each) => each.toLowerCase().includes(letters));
}

function cursorOf(cursor: string | undefined, total: number): number {
  const from = Number(cursor ?? "0");
  if (!Number.isInteger(from) || from < 0 || (from > 0 && from >= total))
    throw new Refusal("`cursor` is not one that was given here: leave it out to begin at the start");
  return from;
}

function apiInShort({ contract, target, prepared }: ReadApi): Readonly<Record<string, unknown>> {
  const { id, title, version, errors, operations } = contract;
  return {
    id,
    title: told(title, 200),
    version: told(version, 50),
    document: told(shownPath(target.document), 500),
    errors: errors.length,
    operations: operations.length,
    ...(prepared ? {} : { codesAreInferred: true }),
  };
}

interface Listed {
  readonly apis: readonly Readonly<Record<string, unknown>>[];
  readonly errors: readonly Readonly<Record<string, unknown>>[];
  readonly total: number;
  readonly notes: readonly string[];
}

function textOf({ apis, errors, total, notes }: Listed): string {
  const isOfSeveral = new Set(errors.map(({ api }) => api)).size > 1;
  const lines = errors.map((error) => {
    const { api, code, statuses, title, category, retry, deprecated } = error;
    const which = isOfSeveral ? `${api}: ` : "";
    const facts = [
      (statuses as string[]).join(", "),
      category,
      `retry ${retry}`,
      ...(deprecated ? ["deprecated"] : []),
    ];
    return `- ${which}${codeSpan(String(code)).text} (${facts.join("; ")}): ${inlineMarkdown(String(title)).text}`;
  });
  const heads = apis.map(
    ({ id, title, version, document, errors, operations }) =>
      `${inlineMarkdown(`${title} ${version}`).text} (${id}, ${codeSpan(String(document)).text}): ${counted(Number(errors), "error")}, ${counted(Number(operations), "operation")}`,
  );
  const count = errors.length === total ? counted(total, "error") : `${errors.length} of ${counted(total, "error")}`;
  return [...heads, "", `${count}:`, ...lines, "", ...notes.map((note) => inlineMarkdown(note).text), ""].join("\n");
}
