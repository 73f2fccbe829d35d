import type { Contract, ContractError, Details } from "../model/contract.js";
import { isObject } from "../runtime/pointer.js";
import { anchor, cell, codeBlock, codeSpan, inlineMarkdown, linkTarget, markdown } from "./markdown-text.js";
import { operationsOf } from "./operations.js";
import { categoryInWords, errorsByGroup, retryInWords, statusesInWords } from "./words.js";

/** What the template of errors.md shows. */
export function markdownView(contract: Contract) {
  return {
    title: inlineMarkdown(contract.title),
    count: inlineMarkdown(String(contract.errors.length)),
    statuses: contract.statuses.map(({ status, meaning }) => ({
      status: codeSpan(String(status)),
      meaning: cell(meaning),
    })),
    groups: errorsByGroup(contract).map(({ name, description, errors }) => ({
      name: inlineMarkdown(name),
      description: description === undefined ? undefined : markdown(description),
      errors: errors.map((error) => errorView(error, contract)),
    })),
  };
}

export function errorView(error: ContractError, contract: Contract) {
  const { code, title, meaning, causes, resolution, details, examples, docs } = error;
  return {
    heading: codeSpan(code),
    anchor: anchor(code),
    code: codeSpan(code),
    title: inlineMarkdown(title),
    titleCell: cell(title),
    meaning: markdown(meaning),
    status: cell(statusesInWords(error)),
    category: cell(categoryInWords(error)),
    retry: cell(retryInWords(error, contract.retryPolicy)),
    retryClass: codeSpan(error.retry),
    deprecated: error.deprecated || error.retired,
    causes: causes.map(inlineMarkdown),
    resolution: resolution === undefined ? undefined : markdown(resolution),
    details: details === undefined ? [] : detailRows(details),
    examples: examples.map(({ body }) =>
      body === undefined ? markdown("The answer has no body.") : codeBlock("json", JSON.stringify(body, null, 2)),
    ),
    operations: operationsOf(error, contract).map(({ method, path }) => ({ call: codeSpan(`${method} ${path}`) })),
    docs: docs === undefined ? undefined : linkTarget(docs),
  };
}

/** A row for each member of the details; a row for the whole where they have no declared members. */
function detailRows({ schema, optional }: Details) {
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  const rows = properties.length > 0 ? properties : [["details", schema] as const];
  return rows.map(([name, part]) => {
    const member = isObject(part) ? part : {};
    const always = properties.length > 0 ? required.includes(name) : !optional;
    return {
      name: codeSpan(name),
      type: cell(typeInWords(member)),
      presence: cell(always ? "always" : "sometimes"),
      description: cell(typeof member.description === "string" ? member.description : ""),
    };
  });
}

function typeInWords(schema: Readonly<Record<string, unknown>>): string {
  const { type, items, additionalProperties } = schema;
  const types = [type].flat().filter((name) => typeof name === "string");
  const named = types.length === 0 ? "any" : types.join(" or ");
  if (types.includes("array") && isObject(items)) return `${named} of ${typeInWords(items)}`;
  if (types.includes("object") && isObject(additionalProperties))
    return `${named} of ${typeInWords(additionalProperties)}`;
  return named;
}
