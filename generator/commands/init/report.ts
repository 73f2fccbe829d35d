import { shownPath } from "../../read/file.js";
import { printable } from "../../runtime/text.js";
import type { ByHand, Draft } from "./draft.js";

/** What was written, what was there, what is left to a person, and what to type next. */
export function reportOf(
  { writings, kept, byHand }: Required<Draft>,
  { found, next, isDry }: { found: readonly string[]; next: readonly string[]; isDry: boolean },
): string {
  const written = new Set(writings.map(({ path }) => path));
  const files = [
    ...writings.map(({ kind, path }) => fileLine(kind, path)),
    ...kept.filter((path) => !written.has(path)).map((path) => fileLine("kept", path)),
  ];
  const nothing = writings.length === 0 ? "nothing to write: all of it is there\n" : "";
  const dry = isDry && writings.length > 0 ? "nothing was written: without `--dry-run`, these would be\n" : "";
  const texts = isDry ? writings.map(({ path, text }) => `\n--- ${shown(path)}\n${text}`) : [];
  return [
    ...found.map((line) => `${line}\n`),
    `${dry}${nothing}${files.join("")}`,
    ...texts,
    ...byHand.map(handText),
    `\nNext:\n${next.map((line) => (line === "" ? "\n" : `  ${line}\n`)).join("")}`,
  ].join("");
}

function fileLine(kind: string, path: string): string {
  return `  ${kind.padEnd(7)} ${shown(path)}\n`;
}

function handText({ path, why, text }: ByHand): string {
  return `\nTo be put into ${shown(path)}, ${why}:\n${text.replaceAll(/^(?=.)/gm, "  ")}`;
}

function shown(path: string): string {
  return printable(shownPath(path));
}
