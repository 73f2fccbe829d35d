import type { Operation, OperationResponse } from "../contract.js";
import { byStatus } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import type { OutsideCodes } from "../evidence/outside-codes.js";

/** An operation with the codes that it gives and that none of its declared answers has: under their status, or any. */
export function withGiven(operation: Operation, given: OutsideCodes["given"], settings: Settings): Operation {
  const byKey = new Map<string, string[]>();
  for (const [code, { operations, statuses }] of given) {
    if (!operations.includes(operation.id)) continue;
    for (const key of statuses.length > 0 ? statuses : ["default"])
      if (!byKey.get(key)?.push(code)) byKey.set(key, [code]);
  }
  if (byKey.size === 0) return operation;
  const codePointer = settings.envelopes.find(({ code }) => code !== undefined)?.code;
  const responses = new Map<string, OperationResponse>(
    operation.responses.map((response) => [response.status, response]),
  );
  for (const [status, codes] of byKey) {
    const known = responses.get(status) ?? { status, mediaTypes: [], codePointer, codes: [], errors: [] };
    const merged = { codes: inOrder([...known.codes, ...codes]), errors: inOrder([...known.errors, ...codes]) };
    responses.set(status, { ...known, ...merged });
  }
  return { ...operation, responses: [...responses.values()].sort((a, b) => byStatus(a.status, b.status)) };
}

function inOrder(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
