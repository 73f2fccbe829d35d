import type { Contract } from "../../model/contract.js";

const columns = ["api", "code", "wire", "statuses", "title", "category", "retry", "group", "operations", "deprecated"];

/** The rows of catalog.csv, its heading first. */
export function catalogRows(contract: Contract): string[][] {
  const rows = contract.errors.map(
    ({ code, wire, statuses, title, category, retry, group, operations, deprecated }) => [
      ...[contract.id, code, String(wire), statuses.join(" "), title, category ?? "", retry ?? ""],
      ...[group ?? "", operations.join(" "), String(deprecated)],
    ],
  );
  return [columns, ...rows];
}
