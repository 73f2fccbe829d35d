import { spawnSync } from "node:child_process";
import { git } from "../../history/git.js";
import { escapeInLines } from "../../runtime/text.js";

/** What differs between two files as lines: the hunks, as git itself would show them. */
export function textDiff(old: string, now: string, colour: boolean): string {
  const args = ["--no-index", "--no-ext-diff", "--no-textconv", `--color=${colour ? "always" : "never"}`];
  const { stdout } = spawnSync("git", ["diff", ...args, "--", old, now], { encoding: "utf8", maxBuffer });
  // What stands above names temporary files.
  const hunks = /^(?:\u001b\[\d*m)*@@.*/ms.exec(stdout ?? "");
  return hunks ? escapeInLines(hunks[0], colour) : "";
}

/** Whether git shows colours: it knows that its pager does, where this program only sees a pipe. */
export function showsColour(isTerminal: boolean): boolean {
  return git(["config", "--get-colorbool", "color.diff", String(isTerminal)]).stdout.trim() === "true";
}

const maxBuffer = 256 * 1024 * 1024;
