import { hasErrors } from "../../../problem/problem.js";
import { shownPath } from "../../../read/file.js";
import { categories } from "../../../runtime/category.js";
import { codeSpan, inlineMarkdown } from "../../../view/markdown/text.js";
import { counted } from "../../../view/words.js";
import { boundedText, fitting, told } from "../bounded.js";
import { cursorTo, placeOf } from "../cursor.js";
import { operationInWords, operationsMeant } from "../operations.js";
import { type Selected, selectErrors } from "../select-errors.js";
import { errorInShort } from "../told-error.js";
import { anotherDocument, toolOf } from "../tool.js";
import { apisNamed, type ReadApi } from "../workspace.js";

export const listErrors = toolOf(
  "list_errors",
  {
    title: "The errors of an API, of an operation, or with a status",
    description:
      "Which errors an API can answer with, from its OpenAPI contract: code, status, category, and whether a retry can help. Call it before writing code that calls an operation, to know which errors it has to handle, or to find the code for a situation; do not guess error codes. Without arguments it lists the APIs and all their errors.",
    parameters: {
      operation: {
        type: "string",
        description:
          "Only errors of this operation: its id (createOrder), or method and path or URL (POST /v1/orders).",
      },
      api: { type: "string", description: "The id of an API, where there are several." },
      document: anotherDocument,
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
    const now = await workspace.read(given.document);
    const named = apisNamed(given.api, now);
    const operations = given.operation === undefined ? undefined : operationsMeant(given.operation, named);
    const asked =
      operations === undefined ? named : [...new Map(operations.map((each) => [each.contract, each])).values()];
    const { status, category, retry, text } = given;
    const found = selectErrors(asked, { operations, status, category, retry, text });
    const isNarrowed = [status, category, retry, text].some((each) => each !== undefined);
    const apis = asked.filter(({ contract }) => !isNarrowed || found.some((each) => each.contract === contract));

    const from = placeOf(given.cursor, found.length);
    const { shown, next } = fitting(found.map(errorInList), { from, most: 12_000 });
    const heads = fitting(from === 0 ? apis.map(apiInShort) : [], { most: 3000 });
    const isStatusOnly = found.slice(from, from + shown.length).some(({ error }) => !error.wire);
    const notes = [
      ...(operations ?? []).slice(0, 10).map((each) => `${each.contract.id}: ${operationInWords(each.operation)}`),
      ...(next === undefined ? [] : [`${found.length - next} more: call again with cursor "${next}", or ask for less`]),
      ...(heads.next === undefined ? [] : [`${apis.length - heads.next} more APIs: name one with \`api\``]),
      ...(isStatusOnly ? ["http_<status> stands for answers with that status and no listed code"] : []),
      ...(operations && asked.length > 1 ? ["several APIs have this operation: say which one with `api`"] : []),
      ...(found.length === 0 ? ["no error of the contract is like that"] : []),
      ...(operations && found.length > 0
        ? ["also expect codes that nobody listed yet; handle_errors writes the code that handles all of these"]
        : []),
      ...(hasErrors(now.problems) ? ["a document has errors, so this may not be all: call check_document"] : []),
    ];
    const data = { apis: heads.shown, errors: shown, total: found.length, next: cursorTo(next), notes };
    return { text: boundedText(textOf(data), "ask for an operation or a status"), data };
  },
);

function errorInList({ contract, error, statuses }: Selected) {
  return { ...errorInShort(contract, error), statuses: statuses.slice(0, 20) };
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

/** The errors of each API below its name. */
function textOf({ apis, errors, total, notes }: Listed): string {
  const ids = new Set([...apis.map(({ id }) => id), ...errors.map(({ api }) => api)]);
  const listed = [...ids].map((id) => {
    const own = errors.filter(({ api }) => api === id).map(errorLine);
    return [
      apiLine(
        id,
        apis.find((api) => api.id === id),
      ),
      ...own,
      "",
    ].join("\n");
  });
  const count = errors.length === total ? counted(total, "error") : `${errors.length} of ${counted(total, "error")}`;
  return [count, "", ...listed, ...notes, ""].join("\n");
}

function apiLine(id: unknown, api: Readonly<Record<string, unknown>> | undefined): string {
  if (!api) return `${id}:`;
  const { title, version, document, errors, operations, codesAreInferred } = api;
  const has = `${counted(Number(errors), "error")} and ${counted(Number(operations), "operation")} in all`;
  const inferred = codesAreInferred ? "; nobody prepared the document: its codes are inferred" : "";
  return `${id}: ${inlineMarkdown(`${title} ${version}`).text}, ${codeSpan(String(document)).text}, ${has}${inferred}`;
}

function errorLine(error: Readonly<Record<string, unknown>>): string {
  const { code, statuses, title, category, retry, deprecated } = error;
  const facts = [(statuses as string[]).join(", "), category, `retry ${retry}`, ...(deprecated ? ["deprecated"] : [])];
  return `- ${codeSpan(String(code)).text} (${facts.join("; ")}): ${inlineMarkdown(String(title)).text}`;
}
