import type { Contract, ContractError, Details, DetailsType } from "../../model/contract.js";
import { onceFor } from "../../read/made-once.js";
import type { CodeText } from "../code-text.js";
import { type CodeNames, errorTypeName, isIdentifier, nameCodes } from "../names.js";
import { isDeprecated, meaningBeyondTitle, statusAndTitle } from "../words.js";
import { askedDetails } from "./asked-details.js";
import { errorsWithTypes } from "./errors-with-types.js";
import { fixedTypes } from "./fixed-types.js";
import { operationsView } from "./operations.js";
import { tablesView } from "./tables.js";
import { commentText, docComment, identifier, literal, propertyKey, stringLiteral } from "./text.js";
import { union, unionIn } from "./union.js";

/** What codes.ts and server.ts show, and errors.ts too. */
export const codesView = onceFor((contract: Contract) => {
  const names = nameCodes(contract);
  return {
    ...bannerView(contract),
    errorType: identifier(errorTypeName(contract.id)),
    codes: contract.errors.map((error) => codeView(error, names.get(error.code)!)),
  };
});

/** What errors.ts shows. */
export function errorsView(contract: Contract) {
  const names = nameCodes(contract);
  return {
    ...codesView(contract),
    withDetails: errorsWithTypes(contract).map((error) => detailsView(error, names.get(error.code)!)),
    unlisted: unlistedType(contract, names),
  };
}

/** What contract.ts shows. */
export function contractView(contract: Contract) {
  return {
    ...bannerView(contract),
    ...tablesView(contract, errorTypeName(contract.id)),
    ...operationsView(contract),
    retryPolicy: literal(contract.retryPolicy, 2),
    methods: literal(Object.fromEntries(contract.operations.map(({ id, method }) => [id, method])), 2),
  };
}

/** An error with a code that nobody listed: it may hold what the bodies without listed codes declare. */
function unlistedType({ errors }: Contract, names: ReadonlyMap<string, CodeNames>): CodeText {
  const open = errors.filter(({ wire, details }) => !wire && details !== undefined);
  const isTyped = open.length > 0 && open.every(({ details }) => details!.types.length > 0);
  const distinct = new Map(open.toReversed().map(({ code, details }) => [JSON.stringify(details!.types), code]));
  const partial = [...distinct.values()].map((code) => `Partial<${names.get(code)!.details}>`).sort();
  const members = isTyped ? ["ErrorCode", ...partial, "undefined"] : ["ErrorCode"];
  const flat = `UnlistedError<${[members[0], members.slice(1).join(" | ")].filter(Boolean).join(", ")}>`;
  const laidOut = `UnlistedError<\n  ErrorCode,\n${members
    .slice(1)
    .map((member) => `  | ${member}\n`)
    .join("")}>`;
  return { kind: "literal", text: flat.length > 85 ? laidOut : flat };
}

/** What stands at the top of every file. */
export function bannerView({ id, title }: Contract) {
  return { id: commentText(id), title: commentText(title) };
}

function codeView(error: ContractError, names: CodeNames) {
  const { code, details } = error;
  const type = details === undefined ? literal(undefined) : detailsType(details, names);
  const isNamed = details !== undefined && details.types.length > 0;
  const asked = details && askedDetails(details, isNamed ? `api.${type.text}` : type.text);
  const parameter = asked === undefined ? "" : `details${asked.optional ? "?" : ""}: ${asked.type}, `;
  const summary = `${statusAndTitle(error)} ${meaningBeyondTitle(error)}`.trim();
  return {
    key: propertyKey(names.key),
    code: stringLiteral(code),
    codeKey: propertyKey(code),
    type: identifier(names.type),
    details: type,
    fixed: fixedTypes(error),
    method: propertyKey(names.method),
    access: {
      kind: "literal" as const,
      text: isIdentifier(names.method) ? `.${names.method}` : `[${stringLiteral(names.method).text}]`,
    },
    parameters: { kind: "literal" as const, text: parameter },
    argument: identifier(asked === undefined ? "undefined" : "details"),
    summary: docComment([summary], 2, deprecation(error)),
    doc: docComment(
      [summary, error.resolution ?? "", `${retryText(error)}${sinceText(error)} From \`${error.source}\`.`],
      0,
      deprecation(error),
    ),
    info: literal(infoOf(error), 2),
  };
}

/** The type of details: by name where types.ts leads to it. */
function detailsType({ types }: Details, names: CodeNames): CodeText {
  return identifier(types.length === 0 ? "unknown" : names.details);
}

function detailsView({ code, details }: ContractError, names: CodeNames) {
  return {
    name: identifier(names.details),
    doc: docComment([`What \`${code}\` says beyond its message.`]),
    type: unionIn([...new Set(details!.types.map(placeOf))], `export type ${names.details} = ;`),
  };
}

/** The details in a schema of types.ts. */
function placeOf({ component, nullable, path, without }: DetailsType): string {
  const schema = `components["schemas"][${stringLiteral(component).text}]`;
  const place = path.reduce(
    (inner, step) => `NonNullable<${inner}[${step === "*" ? "number" : stringLiteral(step).text}]>`,
    nullable ? `NonNullable<${schema}>` : schema,
  );
  const omitted = union(without.map((name) => stringLiteral(name).text)).text;
  return without.length > 0 ? `Omit<${place}, ${omitted}>` : place;
}

/** What is looked up about a code; members that say nothing are left out. */
function infoOf(error: ContractError) {
  const { title, meaning, statuses, category = null, retry = null, group, causes, resolution, docs } = error;
  const { since, replacedBy } = error;
  const deprecated = isDeprecated(error) || undefined;
  const said = { title, meaning, statuses, category, retry, group, causes, resolution, docs };
  const life = { deprecated, since, replacedBy };
  return Object.fromEntries(Object.entries({ ...said, ...life }).filter(([, value]) => value !== undefined));
}

/** The tag that lets an editor strike a name out. */
function deprecation(error: ContractError): string {
  const { replacedBy } = error;
  return isDeprecated(error) ? `@deprecated${replacedBy === undefined ? "" : ` Use ${replacedBy}.`}` : "";
}

function sinceText({ since }: ContractError): string {
  return since === undefined ? "" : ` Since ${since}.`;
}

function retryText({ retry, category }: ContractError): string {
  if (retry === undefined && category === undefined) return "Retry and category: by the status of the answer.";
  const how = {
    never: "Never retry",
    backoff: "Retry after a growing pause",
    "after-delay": "Retry after the delay that it states",
  };
  const byStatus = "by the status of the answer";
  return `${retry === undefined ? `Retry: ${byStatus}` : how[retry]}. Category: ${category ?? byStatus}.`;
}
