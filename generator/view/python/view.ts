import type { Contract, ContractError } from "../../model/contract.js";
import { parserContractOf } from "../../model/derived/parser-contract.js";
import type { ParserContract } from "../../runtime/contract.js";
import { shareRepeated } from "../shared.js";
import { isDeprecated, meaningBeyondTitle, statusAndTitle } from "../words.js";
import { call, dict, layOut, list, type PythonCode } from "./code.js";
import { contractCode, sharedShapes } from "./contract.js";
import { type ModuleNames, namePython } from "./names.js";
import { assignment, classHeader, importFrom, unionAlias } from "./statements.js";
import { docstring, jsonCode, python, quoted } from "./text.js";
import { pythonType, type TypedDictView, union } from "./types.js";

/** What the templates of an API's package and its errors.py show. */
export function pythonView(contract: Contract) {
  const { id, title, operations, retryPolicy } = contract;
  const methods = Object.fromEntries(operations.map((operation) => [operation.id, operation.method]));
  const names = namePython(contract);
  const { base, unlisted, any } = names;
  const parser = parserContractOf(contract, base);
  const lists = Object.entries(parser.operations);
  const shared = shareRepeated(
    lists.map(([, codes]) => codes),
    "_CODES_",
    20,
  );
  const shapes = sharedShapes(parser);
  const errors = contract.errors.map((error) => errorView(error, names));
  const dicts = errors.flatMap((error) => error.dicts);
  return {
    packageDoc: docstring([`The error contract of ${title} (${id}).`]),
    moduleDoc: docstring([`The errors of ${title} (${id}).`]),
    typingImport: importFrom("typing", typingNames(dicts)),
    runtimeImport: importFrom("..runtime", runtimeNames(parser, shapes.named.length > 0)),
    codesDoc: docstring([`Every code that ${title} answers with.`], 4),
    base: python(base),
    baseDoc: docstring([`Any error of ${title}.`], 4),
    unlisted: python(unlisted),
    any: python(any),
    union: unionAlias(any, [...errors.map(({ name }) => name.text), unlisted]),
    errors,
    dicts,
    operationId: assignment(
      "OperationId: TypeAlias",
      operations.length > 0
        ? list(
            operations.map((operation) => quoted(operation.id)),
            "Literal",
          )
        : "str",
    ),
    shared: shared.named.map(({ name, value }) => ({ list: assignment(`${name}: Final`, jsonCode(value)) })),
    operations: assignment(
      "OPERATIONS: Final[Mapping[str, list[str]]]",
      dict(lists.map(([operation, codes]) => [quoted(operation), shared.nameOf(codes) ?? jsonCode(codes)])),
    ),
    info: assignment(
      "ERROR_INFO: Final[Mapping[str, ErrorInfo]]",
      dict(contract.errors.map((error) => [quoted(error.code), infoCode(error)])),
    ),
    classes: assignment(
      `_CLASSES: Final[Mapping[str, type[${any}]]]`,
      dict(errors.map(({ code, name }) => [code.text, name.text])),
    ),
    shapes: shapes.named.map(({ name, value }) => ({ shape: assignment(`${name}: Final[_Shape]`, jsonCode(value)) })),
    contract: assignment("_CONTRACT: Final", contractCode({ ...parser, retryPolicy, methods }, shapes)),
  };
}

function errorView(error: ContractError, { base, codes, free }: ModuleNames) {
  const { code, details } = error;
  const { member, exception } = codes.get(code)!;
  const said = `What \`${code}\` says beyond its message.`;
  const { type, dicts } =
    details === undefined ? { type: "None", dicts: [] } : pythonType(details.schema, `${exception}Details`, said, free);
  return {
    code: python(quoted(code)),
    member: assignment(`${member}: Final`, quoted(code), 4),
    memberDoc: isDeprecated(error) ? docstring([deprecation(error)], 4) : undefined,
    name: python(exception),
    header: classHeader(exception, base),
    doc: docstring(errorDoc(error), 4),
    codeType: python(layOut(list([quoted(code)], "Literal"), 4, "    code: ".length)),
    details: python(layOut(details === undefined ? type : union([type, "None"]), 4, "    details: ".length)),
    dicts,
  };
}

function errorDoc(error: ContractError): string[] {
  const { resolution = "", retry, category, source, since } = error;
  return [
    statusAndTitle(error),
    meaningBeyondTitle(error),
    resolution,
    isDeprecated(error) ? deprecation(error) : "",
    `Retry: ${retry ?? byStatus}. Category: ${category ?? byStatus}.${since === undefined ? "" : ` Since ${since}.`} From \`${source}\`.`,
  ];
}

function deprecation({ replacedBy }: ContractError): string {
  return replacedBy === undefined ? "Deprecated." : `Deprecated: use ${replacedBy}.`;
}

const byStatus = "by the status of the answer";

/** What is looked up about a code; members that say nothing are left out. */
function infoCode(error: ContractError) {
  const { title, meaning, statuses, category, retry, group, causes, resolution, docs, since, replacedBy } = error;
  const said = { category: category ?? null, retry: retry ?? null, group, causes };
  const life = { deprecated: isDeprecated(error) || undefined, since, replaced_by: replacedBy };
  const stated = Object.entries({ ...said, resolution, docs, ...life }).filter(
    ([, value]) => value !== undefined && value !== "" && (!Array.isArray(value) || value.length > 0),
  );
  return call("ErrorInfo", {
    ...{ title: jsonCode(title), meaning: jsonCode(meaning), statuses: jsonCode(statuses) },
    ...Object.fromEntries(stated.map(([name, value]): [string, PythonCode] => [name, jsonCode(value)])),
  });
}

function typingNames(dicts: readonly TypedDictView[]): string[] {
  const optional = dicts.some((each) => each.optional);
  return [
    ...["Final", "Literal"],
    ...(optional ? ["NotRequired"] : []),
    "TypeAlias",
    ...(dicts.length > 0 ? ["TypedDict"] : []),
    ...["TypeGuard", "TypeVar"],
  ];
}

function runtimeNames({ closest, delayHeaders, envelopes, errors }: ParserContract, sharesShapes: boolean): string[] {
  return [
    "ApiError as _ApiError",
    ...(closest ? ["ClosestRule"] : []),
    "Codes",
    ...(delayHeaders ? ["DelayHeader"] : []),
    ...(envelopes.length > 0 ? ["Envelope"] : []),
    "ErrorInfo",
    ...(Object.keys(errors).length > 0 ? ["ErrorRule"] : []),
    ...["HeadersLike", "ParserContract", "RequestInfo", "ResponseLike"],
    ...["RetryBudget as _RetryBudget", "RetryPolicy"],
    ...(sharesShapes ? ["Shape as _Shape"] : []),
    ...["body_of", "classified_of_dict", "classify_answer", "delay_before_retry"],
    ...["headers_of", "is_error_of", "request_of", "status_of"],
  ];
}
