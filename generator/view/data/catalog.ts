import type { Contract } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";

const columns = [
  ...["api", "code", "wire", "statuses", "title", "category", "retry", "group", "operations", "deprecated"],
  ...["replaced_by", "retired"],
];

/** The rows of catalog.csv, its heading first. Logs of the past hold codes that are retired now. */
export function catalogRows(contract: Contract): string[][] {
  const rows = allCodes(contract).map(
    ({ code, wire, statuses, title, category, retry, group, operations, deprecated, replacedBy, retired }) => [
      ...[contract.id, code, String(wire), statuses.join(" "), title, category ?? "", retry ?? ""],
      ...[group ?? "", operations.join(" "), String(deprecated), replacedBy ?? "", String(retired)],
    ],
  );
  return [columns, ...rows];
}
