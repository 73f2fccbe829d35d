import { isObject } from "../../runtime/pointer.js";
import type { ContractData, EnvelopeData, ErrorData, OperationData, ResponseData } from "./contract-data.js";

/** Whether a value has what is stepped through of an errors.json; the rest of it is taken as it is. */
export function isContractData(value: unknown): value is ContractData {
  return (
    isObject(value) &&
    hasTexts<ContractData>(value, ["id", "title", "version"]) &&
    isListOf(value.envelopes, isEnvelope) &&
    isListOf(value.errors, isError) &&
    isListOf(value.operations, isOperation) &&
    isListOf(value.statuses, () => true) &&
    isListOf(value.closest, () => true) &&
    isObject(value.retryPolicy)
  );
}

function isEnvelope(envelope: Members): boolean {
  return (
    hasTexts<EnvelopeData>(envelope, ["name"]) &&
    mayHaveTexts<EnvelopeData>(envelope, ["code", "message", "details", "fields", "field", "requestId", "delay"]) &&
    mayHaveTexts<EnvelopeData>(envelope, ["codeHeader"]) &&
    (envelope.literals === undefined || isObject(envelope.literals))
  );
}

function isError(error: Members): boolean {
  return (
    hasTexts<ErrorData>(error, ["code", "title", "meaning", "evidence"]) &&
    hasLists<ErrorData>(error, ["statuses", "causes", "headers", "operations", "pointers"]) &&
    isListOf(error.examples, (example) => isObject(example.headers)) &&
    (error.details === null || isObject(error.details))
  );
}

function isOperation(operation: Members): boolean {
  return hasTexts<OperationData>(operation, ["id", "method", "path"]) && isListOf(operation.responses, isResponse);
}

function isResponse(response: Members): boolean {
  return hasTexts<ResponseData>(response, ["status"]) && hasLists<ResponseData>(response, ["mediaTypes", "codes"]);
}

type Members = Readonly<Record<string, unknown>>;

function hasTexts<Of>(value: Members, names: readonly (keyof Of & string)[]): boolean {
  return names.every((name) => typeof value[name] === "string");
}

function mayHaveTexts<Of>(value: Members, names: readonly (keyof Of & string)[]): boolean {
  return names.every((name) => value[name] === undefined || typeof value[name] === "string");
}

function hasLists<Of>(value: Members, names: readonly (keyof Of & string)[]): boolean {
  return names.every((name) => {
    const list = value[name];
    return Array.isArray(list) && list.every((item) => typeof item === "string");
  });
}

function isListOf(list: unknown, fits: (item: Members) => boolean): boolean {
  return Array.isArray(list) && list.every((item) => isObject(item) && fits(item));
}
