import { resolve } from "node:path";
import { type Format, printProblems } from "../problem/print.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { shellWord } from "../problem/shell.js";
import { fileKept } from "../problem/writing.js";
import { configName } from "../read/config.js";
import { pathOf, readIfThere, shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import type { Target } from "../read/target.js";
import { readContract } from "../read-contract.js";
import { renderTemplate } from "../render/template.js";
import { printable } from "../runtime/text.js";
import { targetsOf } from "../targets.js";
import { scanData } from "../view/scan/data.js";
import { type NextStep, nextSteps } from "../view/scan/next-steps.js";
import { overlayOf } from "../view/scan/overlay.js";
import { overlayText } from "../view/scan/overlay-text.js";
import { scanPage } from "../view/scan/report.js";
import type { ScanData } from "../view/scan/scan-data.js";
import { counted } from "../view/words.js";
import { writeWhole } from "../write/whole-file.js";
import { refusedWrite } from "./refused-write.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface ScanFlags {
  readonly overlay?: string;
  readonly id?: string;
  readonly evidence?: readonly string[];
  readonly root?: string;
  readonly format: Format;
}

/** `openapi-errors scan`: what a document says about its errors, and an overlay that says it in our words. */
export function scanCommand(path: string, flags: ScanFlags, terminal: Terminal): number {
  // What it writes is an overlay: one that is there already is not applied.
  const { overlay: _, ...asked } = flags;
  const found = targetsOf([path], asked);
  if ("problems" in found) return refuse(found.problems, flags, terminal);
  const [target = { document: path }] = found.targets;
  const { read, problems } = readContract(target.document, flags.root ?? target.root, target);
  if (!read || hasErrors(problems)) return refuse(problems, flags, terminal);
  if (flags.format === "text") {
    terminal.tell(unappliedOverlays(target));
    terminal.tell(printProblems(problems.filter(hidesAnswers), "text", terminal.colour.tell));
  }
  const survey = read.survey();
  const data = scanData({ ...read, survey }, problems);
  const screen = { width: terminal.width, colour: terminal.colour.answer };
  const report = () =>
    flags.format === "json"
      ? `${JSON.stringify(data, null, 2)}\n`
      : renderTemplate("terminal/page", scanPage(data, stepsAfter(data, path, flags), screen));
  // With what contradicts, as annotations.
  const notes = flags.format === "github" ? printProblems(problems, "github", false) : "";
  if (flags.overlay === undefined) {
    terminal.answer(`${notes}${report()}`);
    return 0;
  }

  const written = overlayOf(read.contract, survey, read.file);
  const text = overlayText(written, survey);
  try {
    const present = readIfThere(flags.overlay)?.replaceAll("\r\n", "\n");
    if (present !== undefined && present !== text) {
      const file = shownPath(resolve(flags.overlay));
      return refuse([{ ...fileKept(file), position: beginningOf(file) }], flags, terminal);
    }
    if (present === undefined) writeWhole(resolve(flags.overlay), text);
  } catch (error) {
    return refuse([refusedWrite(error, flags.overlay, "--overlay")], flags, terminal);
  }
  terminal.answer(`${notes}${report()}`);
  const { overlay, elsewhere } = written;
  const left =
    elsewhere.length === 0 ? "" : `; codes out of its reach stay listed by what lists them: ${elsewhere.length}`;
  terminal.tell(`${flags.overlay}: ${counted(overlay.actions.length, "action")}${left}\n`);
  return 0;
}

/** What was said of the document on the command line is said again. */
function stepsAfter(data: ScanData, path: string, { id, evidence, root, overlay }: ScanFlags): NextStep[] {
  const option = (name: string, value: string | undefined) => (value === undefined ? [] : [name, value]);
  const settings = [...option("--id", id), ...option("--evidence", evidence?.join(","))];
  return nextSteps(data, path, overlay, settings, option("--root", root && shellWord(root)));
}

/** Whether something is why answers look as if they said nothing. */
function hidesAnswers({ code }: Problem): boolean {
  return code === "reference-dangling" || code === "reference-outside" || code === "key-misspelt";
}

/** What the config would apply everywhere else is not left out in silence. */
function unappliedOverlays({ name, document, overlays = [] }: Target): string {
  if (overlays.length === 0) return "";
  const files = overlays.map((overlay) => printable(shownPath(resolve(pathOf(overlay))))).join(", ");
  const verb = overlays.length === 1 ? "is" : "are";
  const command = `openapi-errors generate ${printable(shellWord(name ?? shownPath(document)))}`;
  return `${files} in ${configName} ${verb} not applied: scan is about the document alone; \`${command}\` applies ${overlays.length === 1 ? "it" : "them"}\n`;
}

function refuse(problems: readonly Problem[], { format }: ScanFlags, terminal: Terminal): number {
  const print = format === "text" ? terminal.tell : terminal.answer;
  print(printProblems(problems, format, format === "text" && terminal.colour.tell));
  return exitOf(problems) || 1;
}
