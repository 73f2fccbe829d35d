import { existsSync } from "node:fs";
import type { Command } from "commander";

/**
 * What a command prints of wrong usage, where it names an option or a command by its beginning: the whole of the name.
 * Commander knows slips of a letter only, and takes `--out` for `--root`.
 */
export function withWholeNames(text: string, command: Command): string {
  const [, kind = "", name = ""] = /^error: unknown (option|command) '([^']*)'/.exec(text) ?? [];
  const known =
    kind === "option" ? command.options.map(({ long }) => long ?? "") : command.commands.map((each) => each.name());
  const meant = name.length > (kind === "option" ? 3 : 1) ? known.filter((each) => each.startsWith(name)) : [];
  if (meant.length === 0) return text;
  const [line] = text.split("\n");
  return `${line}\n(Did you mean ${meant.length > 1 ? "one of " : ""}${meant.join(", ")}?)\n`;
}

/** Refuses `--emit types codes`: the second name would be taken for a document, and is not there. */
export function refuseSplitList(command: Command, lists: Readonly<Record<string, readonly string[]>>): void {
  for (const [name, known] of Object.entries(lists)) {
    const given: unknown = command.getOptionValue(name);
    const split = command.args.filter((text) => known.includes(text) && !existsSync(text));
    if (!Array.isArray(given) || split.length === 0) continue;
    const flag = command.options.find((option) => option.attributeName() === name)?.long;
    command.error(`error: '${split[0]}' is no document: write '${flag} ${[...given, ...split].join(",")}'`);
  }
}
