import { rmSync } from "node:fs";
import { type Loaded, loadSide } from "../history/load.js";
import { type Revision, type TakeRevision, withRevisions } from "../history/revision.js";
import type { Problem } from "../problem/problem.js";
import { escapeInLines } from "../runtime/text.js";
import { counted } from "../view/words.js";
import { reportOf } from "./diff/report.js";
import { printChanges } from "./diff/text.js";
import { looseRevision } from "./git-diff-driver/loose.js";
import { type GitSide, type Given, sidesOf } from "./git-diff-driver/sides.js";
import { showsColour, textDiff } from "./git-diff-driver/text-diff.js";
import { fromTop } from "./git-diff-driver/whole-paths.js";
import type { Terminal } from "./terminal.js";

/** `openapi-errors git-diff-driver`: what git runs for a file that differs. Git stops where it fails, so it never does. */
export async function gitDiffDriverCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [path = "", oldFile, oldHash = "", , newFile, newHash = "", , newPath = path] = args;
  // A path alone is one that is not merged: git has said so.
  if (args.length === 1) return 0;
  if (oldFile === undefined || newFile === undefined || args.length < 7) {
    terminal.tell("git calls this: git config diff.openapi-errors.command 'npx openapi-errors git-diff-driver'\n");
    return 2;
  }
  const [old, now] = fromTop({ path, file: oldFile, hash: oldHash }, { path: newPath, file: newFile, hash: newHash });
  const colour = showsColour(terminal.colour.answer);
  terminal.answer(await shown(old, now, colour).catch((error: unknown) => instead([String(error)], old, now, colour)));
  return 0;
}

async function shown(old: Given, now: Given, colour: boolean): Promise<string> {
  const [before, after] = sidesOf(old, now);
  const names = old.path === now.path ? old.path : `${old.path} -> ${now.path}`;
  const head = `openapi-errors: ${escapeInLines(names)} ${nameOf(before)}..${nameOf(after)}\n`;
  const [was, is] = await withRevisions(async (take) => [await load(old, before, take), await load(now, after, take)]);
  const problems = [was, is]
    .flatMap((side) => (side && "problems" in side ? side.problems : []))
    .filter(({ level }) => level === "error");
  if (problems.length > 0) return head + instead(problems.map(lineOf), old, now, colour);
  return head + said(was, is, colour);
}

function said(was: Loaded | undefined, is: Loaded | undefined, colour: boolean): string {
  if (was && is && "side" in was && "side" in is) {
    // What was accepted is of a pull request: here it is what the commit changed.
    const asked = { exceptions: [], checksVersion: false, today: "" };
    const { changes } = reportOf({ pairs: [[was.side, is.side]] }, asked);
    return printChanges(changes, colour);
  }
  const only = is ?? was;
  if (!only || !("side" in only)) return "";
  const codes = only.side.data.errors.flatMap(({ code }) => (code === null ? [] : [escapeInLines(code)]));
  return `${is ? "new" : "gone"}, with ${counted(codes.length, "error")}${codes.length > 0 ? `: ${codes.join(", ")}` : ""}\n`;
}

async function load(given: Given, side: GitSide, take: TakeRevision): Promise<Loaded | undefined> {
  switch (side.kind) {
    case "none":
      return undefined;
    case "here":
      return loadSide(given.path);
    case "commit":
      return loadSide(`${side.revision}:${given.path}`, undefined, take);
    case "loose": {
      let loose: Revision | undefined;
      try {
        const takeLoose = (name: string) => (loose ??= looseRevision(given, name));
        return await loadSide(`${side.revision}:${given.path}`, undefined, takeLoose);
      } finally {
        if (loose) rmSync(loose.folder, { recursive: true, force: true });
      }
    }
  }
}

/** Nothing that differs is left unsaid: why it is not compared, and the lines. */
function instead(reasons: readonly string[], old: Given, now: Given, colour: boolean): string {
  const [first = "", ...others] = reasons;
  const more = others.length > 0 ? ` (and ${counted(others.length, "problem")} more)` : "";
  return `not compared: ${first}${more}\n${textDiff(old.file, now.file, colour)}`;
}

function lineOf({ position: { file, line, column }, message }: Problem): string {
  return escapeInLines(`${file}:${line}:${column}: ${message}`).replaceAll("\n", " ");
}

/** Whose references were taken. */
function nameOf(side: GitSide): string {
  switch (side.kind) {
    case "none":
      return "nothing";
    case "here":
      return "here";
    case "commit":
      return side.revision;
    case "loose":
      return `${side.revision} (in no commit: with the references that are here)`;
  }
}
