import type { Contract } from "../../model/contract.js";

const columns = ["api", "code", "wire", "statuses", "title", "category", "retry", "group", "operations", "deprecated"];

/** The rows of catalog.csv, its heading first. */
export function catalogRows(contract: Contract): string[][] {
  const rows = contract.errors.map(
    ({ code, wire, statuses, title, category, retry, group, operations, deprecated }) => [
      ...[contract.id, code, String(wire), statuses.join(" "), inert(title), category ?? "", retry ?? ""],
      ...[inert(group ?? ""), operations.join(" "), String(deprecated)],
    ],
  );
  return [columns, ...rows];
}

/** A leading apostrophe keeps spreadsheets from running a text as a formula. Codes stay as they are, to be joined on. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
