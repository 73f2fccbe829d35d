import { escapeControls } from "../../runtime/text.js";

/**
 * A cell of a table in CSV (RFC 4180), in one line. A leading apostrophe keeps spreadsheets from running a text as a
 * formula (OWASP, CSV injection); a number is none, with its sign: codes stay as they are, to be joined on.
 */
export function csvCell(text: string): string {
  const visible = escapeControls(text);
  const isFormula = /^[=+\-@]/.test(visible) && !/^[+-]?\d+(?:\.\d+)?$/.test(visible);
  const inert = isFormula ? `'${visible}` : visible;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
