import type { Contract, ContractError } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { isAbsolute } from "../../model/derived/docs-links.js";
import type { ContractData, ErrorData } from "./contract-data.js";

/** errors.json: a contract as data. */
export function contractJson(contract: Contract): ContractData {
  const { id, title, version, envelopes, closest, retryPolicy, statuses, operations, coverage } = contract;
  const { requestIdHeaders, delayHeaders } = contract;
  return {
    format: 1,
    id,
    title,
    version,
    envelopes: envelopes.map(({ literals, ...envelope }) =>
      Object.keys(literals).length > 0 ? { ...envelope, literals } : envelope,
    ),
    ...(requestIdHeaders.length > 0 ? { requestIdHeaders } : {}),
    ...(delayHeaders.length > 0 ? { delayHeaders } : {}),
    closest,
    retryPolicy,
    statuses,
    errors: allCodes(contract).map(errorJson),
    operations: operations.map(({ id, method, path, responses }) => ({
      id,
      method,
      path,
      responses: responses.map(({ status, mediaTypes, textTypes, bareTypes, codePointer, codes }) => ({
        status,
        mediaTypes,
        ...(textTypes ? { textTypes } : {}),
        ...(bareTypes ? { bareTypes } : {}),
        codePointer: codePointer ?? null,
        codes,
      })),
    })),
    coverage,
  };
}

/** One error, as errors.json has it. */
export function errorJson(error: ContractError): ErrorData {
  return {
    code: error.code,
    ...(error.wireType === "integer" ? { wireType: error.wireType } : {}),
    statuses: error.statuses,
    wire: error.wire,
    title: error.title,
    meaning: error.meaning,
    causes: error.causes,
    resolution: error.resolution ?? null,
    group: error.group ?? null,
    category: error.category ?? null,
    retry: error.retry ?? null,
    ...(error.stated !== undefined && error.stated.length > 0 && { stated: error.stated }),
    envelope: error.envelope ?? null,
    docs: error.docs !== undefined && isAbsolute(error.docs) ? error.docs : null,
    details: error.details?.schema ?? null,
    ...(error.details?.optional === false && { detailsRequired: true as const }),
    fields: error.fields ?? null,
    headers: error.headers,
    ...(error.requiredHeaders.length > 0 && { requiredHeaders: error.requiredHeaders }),
    ...(error.empty !== false && { empty: error.empty }),
    examples: error.examples.map(({ status, headers, body }) => ({ status, headers, body: body ?? null })),
    operations: error.operations,
    evidence: error.evidence,
    pointers: error.pointers,
    deprecated: error.deprecated,
    since: error.since ?? null,
    replacedBy: error.replacedBy ?? null,
    retired: error.retired,
  };
}
