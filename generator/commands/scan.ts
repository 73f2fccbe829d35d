import { writeFileSync } from "node:fs";
import { printProblems } from "../problem/print.js";
import { hasErrors } from "../problem/problem.js";
import { readContract } from "../read-contract.js";
import { overlayOf } from "../view/scan/overlay.js";
import { overlayText } from "../view/scan/overlay-text.js";
import { scanData, scanText } from "../view/scan/report.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface ScanFlags {
  readonly overlay?: string;
  readonly evidence?: readonly string[];
  readonly root?: string;
  readonly format: "text" | "json";
}

/** `openapi-errors scan`: what a document says about its errors, and an overlay that says it in our words. */
export function scanCommand(path: string, flags: ScanFlags, terminal: Terminal): number {
  const { read, problems } = readContract(path, flags.root, flags);
  if (!read || hasErrors(problems)) {
    terminal.tell(printProblems(problems, "text", terminal.colour.tell));
    return exitOf(problems) || 1;
  }
  const data = scanData(read.contract, read.survey, problems);
  terminal.answer(flags.format === "json" ? `${JSON.stringify(data, null, 2)}\n` : scanText(data));
  if (flags.overlay !== undefined) {
    const written = overlayOf(read.contract, read.survey, read.file);
    const { overlay, elsewhere } = written;
    writeFileSync(flags.overlay, overlayText(written, read.survey));
    const left =
      elsewhere.length === 0
        ? ""
        : `; what answers in other files list is out of its reach (codes: ${elsewhere.length})`;
    terminal.tell(`${flags.overlay}: ${overlay.actions.length} actions${left}\n`);
  }
  return 0;
}
