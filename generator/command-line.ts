import "./package/short-run.js";
import { Command, CommanderError, Option } from "commander";
import { rememberAsked } from "./cache/asked.js";
import { addComparing } from "./commands/comparing.js";
import { examplesOf } from "./commands/examples.js";
import { oneMore, oneOfEach, parsePort, parseStatus, refuseEmpty } from "./commands/flags.js";
import { ciKinds } from "./commands/init/ci-kinds.js";
import { fileForCommand, meantArguments } from "./commands/meant-command.js";
import { refuseSplitList, withWholeNames } from "./commands/meant-names.js";
import { addMock } from "./commands/mock/command-line.js";
import { docsUrl, documents, evidence, format, id, overlay, root } from "./commands/options.js";
import { processTerminal as terminal } from "./commands/terminal.js";
import { evidences } from "./model/contract.js";
import { version } from "./package/version.js";
import { importExtensions } from "./read/needed-extension.js";
import { languages } from "./read/target.js";
import { emitterNames } from "./render/emitters.js";

// A command is loaded when it is asked for: start-up is most of what a small document takes.
const program = new Command("openapi-errors")
  .description("The errors of an API as a contract: from an OpenAPI document to types, codes, a parser and docs.")
  .version(version, "-V, --version", "print the version")
  .exitOverride()
  // What stands behind a command is an option of that: `audit merge` has some that `audit` has too.
  .enablePositionalOptions()
  .hook("preAction", (_, command) => {
    refuseEmpty(command);
    refuseSplitList(command, { emit: emitterNames, evidence: evidences });
  })
  .showHelpAfterError("(see `openapi-errors --help`)");

let exit = 0;
let given: readonly string[] = [];

program
  .command("init")
  .description("set a folder up: a first document or one of yours, redocly.yaml, scripts and a check in CI")
  .argument("[folder]", "what to set up", ".")
  .option("--from <document>", "start from an OpenAPI document, and write down what it says in an overlay")
  .option(...id)
  .option("-o, --output <folder>", "where `generate` is to write, in that folder (default: `generated`)")
  .option("--python", "generate Python too")
  .addOption(new Option("--ci <kind>", "where it is checked (default: what the repository uses)").choices(ciKinds))
  .option("-y, --yes", "ask nothing, as without a terminal")
  .option("--dry-run", "write nothing, and print what would be written")
  .action(async (folder: string, flags) => {
    const { initCommand } = await import("./commands/init.js");
    exit = await initCommand(folder, flags, terminal, version);
  });

program
  .command("generate")
  .description("write types, codes, parser, data and docs")
  .argument(...documents)
  .option("-o, --output <folder>", "where to write (default: what the config says, else `generated`)")
  .option("--check", "write nothing; exit 1 where something would change")
  .option("--force", "replace or remove generated files that somebody edited, and keep nothing of them")
  .option("--watch", "write again whenever a file that was read changes")
  .option("--no-cache", "make everything anew, and remember nothing")
  .option("--emit <names>", `only these, with commas: ${emitterNames.join(", ")}`, oneOfEach(emitterNames))
  .option(...id)
  .option(...overlay)
  .option(...evidence)
  .option(...root)
  .option(...docsUrl)
  .addOption(new Option("--language <language>", "TypeScript, or JavaScript with declarations").choices(languages))
  .addOption(
    new Option(
      "--import-extension <extension>",
      "how files import each other (default: as tsconfig.json needs)",
    ).choices(importExtensions),
  )
  .addOption(format())
  .action(async (paths: string[], flags) => {
    const { generateCommand } = await import("./commands/generate.js");
    exit = await generateCommand(paths, flags, terminal);
    if (exit === 0) rememberAsked(given, { documents: paths, flags });
  });

program
  .command("lint")
  .description("print problems only")
  .argument(...documents)
  .option(
    "--against <revision>",
    "only what is new since a git revision, and codes that vanished without being retired",
  )
  .option(...id)
  .option(...overlay)
  .option(...evidence)
  .option(...root)
  .addOption(format())
  .action(async (paths: string[], flags) => {
    const { lintCommand } = await import("./commands/lint.js");
    exit = await lintCommand(paths, flags, terminal);
  });

program
  .command("explain")
  .description(
    "show the page of a code, the errors of a status or an operation, what an answer on standard input is, or what a word of ours means",
  )
  .argument(
    "[code]",
    "a code, a status, or an operation by its id or as `GET /path`; the name of a change or of a problem; none, or `-`: an answer on standard input, as `curl -i` prints it, or its body",
  )
  .option("--api <id>", "the API, where several have the code")
  // Not a list: it would take the code behind it for one more document.
  .option(
    "--document <path>",
    "an OpenAPI document, or what redocly.yaml calls it; may be given again; default: its `apis`",
    oneMore,
  )
  .option(...overlay)
  .option(...evidence)
  .option(...docsUrl)
  .option(...root)
  .addOption(new Option("--status <status>", "the status of a body on standard input").argParser(parseStatus))
  .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
  // Which it says better than that there are too many: a document is named in another way here than elsewhere.
  .allowExcessArguments()
  .action(async (_code: string | undefined, flags, { args }: Command) => {
    const { explainCommand } = await import("./commands/explain.js");
    exit = await explainCommand(args, flags, terminal, process.stdin);
  });

program
  .command("docs")
  .description("serve the docs on this machine, and print their address")
  .argument(...documents)
  .option("-o, --output <folder>", "where `generate` wrote (default: what the config says, else `generated`)")
  .addOption(new Option("--port <port>", "default: 8080, or one that is free").argParser(parsePort))
  .option("--watch", "build again whenever a file that was read changes, and reload the open pages")
  .option(...id)
  .option(...overlay)
  .option(...evidence)
  .option(...docsUrl)
  .option(...root)
  .action(async (paths: string[], flags) => {
    const { docsCommand } = await import("./commands/docs.js");
    exit = await docsCommand(paths, flags, terminal);
  });

addMock(program, (status) => {
  exit = status;
});

program
  .command("scan")
  .description("say what a document that nobody prepared says about its errors")
  .argument("<document>", "an OpenAPI document, by its path or as redocly.yaml calls it")
  .option("--overlay <file>", "write an OpenAPI Overlay to start from")
  .option(...id)
  .option(...evidence)
  .option(...root)
  .addOption(format())
  .action(async (path: string, flags) => {
    const { scanCommand } = await import("./commands/scan.js");
    exit = scanCommand(path, flags, terminal);
  });

program
  .command("mcp")
  .description(
    "answer what coding agents ask of the errors, by the Model Context Protocol on standard input and output",
  )
  .argument(...documents)
  .option(...overlay)
  .option(...evidence)
  .option(...docsUrl)
  .option(...root)
  .action(async (paths: string[], flags) => {
    const { mcpCommand } = await import("./commands/mcp.js");
    exit = await mcpCommand(paths, flags, terminal, process.stdin, version);
  });

addComparing(program, (status) => {
  exit = status;
});

for (const command of program.commands) command.addHelpText("after", examplesOf(command.name()));
for (const command of [program, ...program.commands])
  command.configureOutput({ outputError: (text, write) => write(withWholeNames(text, command)) });

/** Does what a command line asks for: the exit status. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  given = args;
  const names = program.commands.map((command) => command.name());
  const refusal = fileForCommand(args, names);
  if (refusal !== undefined) {
    terminal.tell(refusal);
    return 2;
  }
  try {
    await program.parseAsync(meantArguments(args, names), { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed the reason. Help that was asked for is no error; all else is wrong usage.
    return error.exitCode === 0 ? 0 : 2;
  }
}
