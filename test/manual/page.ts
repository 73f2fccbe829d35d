import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { usual } from "../python/run-python.js";
import { runCli } from "../support/cli.js";
import type { Block } from "./blocks.js";

const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));

/** What a command of a page did. */
export interface Ran {
  readonly command: string;
  readonly status: number | null;
  readonly output: string;
  /** What the page shows of its output, in the block behind it. */
  readonly shown: string | undefined;
}

/** Does in a folder what a page says, from top to bottom: writes its files, runs its commands. */
export function follow(blocks: readonly Block[], folder: string): Ran[] {
  // What `npm install` leaves, which is not run.
  symlinkSync(modules, join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), "{}\n");
  return blocks.flatMap(({ language, title, text }, index): Ran[] => {
    if (title !== undefined) {
      mkdirSync(dirname(join(folder, title)), { recursive: true });
      writeFileSync(join(folder, title), text);
      return [];
    }
    if (language !== "sh") return [];
    const commands = commandsIn(text).filter((command) => !elsewhere.test(command));
    const next = blocks[index + 1];
    const shown = next?.language === "text" && next.title === undefined ? next.text : undefined;
    return commands.map((command, i) => ({
      ...runCommand(command, folder),
      shown: i === commands.length - 1 ? shown : undefined,
    }));
  });
}

/** What needs more than the machine has is not run: installing, the network, git; nor `init`, which makes what a page then makes by hand. */
const elsewhere =
  /^(?:npm (?:i|install|ci|cit|run|pack|publish)|npx openapi-errors init|curl|git|docker|pip|cd|mkdir)\b/;

/** The commands of a block, without what is said of them. */
export function commandsIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replace(/(?:^|\s+)# .*$/, "").trim());
  return lines.filter((line) => line !== "");
}

/** Runs a command of a page. Its standard input is no terminal, so nothing asks. */
export function runCommand(command: string, folder: string, input = ""): Omit<Ran, "shown"> {
  const [, writing, file] = /^([^|<>]*) > (\S+)$/.exec(command) ?? [];
  if (writing !== undefined && file !== undefined) {
    const ran = runCommand(writing, folder, input);
    writeFileSync(join(folder, file), ran.output);
    return { ...ran, command };
  }
  const own = /^npx openapi-errors(?: (.*))?$/.exec(command);
  if (own && !/[|<>]/.test(command)) {
    const { status, stdout, stderr } = runCli(wordsOf(own[1] ?? ""), { cwd: folder, input });
    return { command, status, output: `${stdout}${stderr}` };
  }
  const tool = /^npx tsc(?: (.*))?$/.exec(command);
  // The newest one, as `npm install typescript` brings it.
  const [program = "", ...args] = tool
    ? [process.execPath, join(modules, "typescript-native/bin/tsc"), ...(tool[1]?.split(" ") ?? [])]
    : command.split(" ");
  if (!tool && !/^(?:node|python3|npm pkg) /.test(command)) throw new Error(`who runs \`${command}\`?`);
  const name = program === "python3" ? (usual ?? program) : program;
  const shell = name === "npm" && process.platform === "win32";
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: folder, encoding: "utf8", shell });
  return { command, status, output: `${stdout}${stderr}` };
}

/** As a shell takes them apart, as far as pages need it. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}
