import { type Command, Option } from "commander";
import { fieldNames } from "../answers/fields.js";
import { changelogFormats } from "./changelog/formats.js";
import { diffFormats } from "./diff/formats.js";
import { oneMore, parseFields, parseKey, parsePart } from "./flags.js";
import { auditFormat, contract, documents, evidence, failOnDrift, format, overlay, root } from "./options.js";
import { processTerminal as terminal } from "./terminal.js";

/** The commands that hold a contract against something: another one, traffic, catalogues, or its own history. */
export function addComparing(program: Command, done: (exit: number) => void): void {
  program
    .command("diff")
    .description("say what changed between two contracts, who is hurt, and show an answer that is misread")
    .argument(
      "[old]",
      "a document, an errors.json, an API of redocly.yaml, or one in a git revision: main:openapi.yaml",
    )
    .argument("[new]", "the same")
    .addOption(
      new Option("--fail-on <level>", "exit 1 where there is a change of this level")
        .choices(["breaking", "warning", "none"])
        .default("breaking"),
    )
    .option("--check-version", "exit 1 where info.version promises less than what changed")
    .option("--seen <file>", "how often each code came: the removal of one that never came is a warning")
    .option("--rules", "print every kind of change, and whom it hurts")
    .option("--accept <fingerprint>", "write down that a change is accepted; may be given again", oneMore)
    .option("--reason <text>", "why it is accepted")
    .option("--until <day>", "the last day on which it is accepted, like 2027-01-31")
    .option("--exceptions <file>", "what was accepted (default: openapi-errors.exceptions.yaml, where it is there)")
    .option(...root)
    .addOption(new Option("--format <format>", "how to print").choices(diffFormats).default("text"))
    .action(async (old: string | undefined, now: string | undefined, flags) => {
      const { diffCommand } = await import("./diff.js");
      done(await diffCommand(old, now, flags, terminal));
    });

  program
    .command("audit")
    .enablePositionalOptions()
    .description("say which errors recorded traffic held, and where it departs from the contract")
    .argument(
      "<traffic...>",
      "HTTP Archives, logs in lines of JSON, access logs, OTLP in JSON, gzipped too; `-`: standard input",
    )
    .option(...contract)
    .option(
      "--fields <fields>",
      `where a line has what, as \`status=resp.code,body=resp.text\`: ${fieldNames.join(", ")}`,
      parseFields,
    )
    .option("--part <part>", "look at a part of the answers alone: `2/8` is the second of eight", parsePart)
    .option(...overlay)
    .option(...evidence)
    .option(...root)
    .addOption(failOnDrift())
    .addOption(auditFormat())
    .action(async (traffic: string[], flags) => {
      const { auditCommand } = await import("./audit.js");
      done(await auditCommand(traffic, flags, terminal, process.stdin));
    })
    .command("merge")
    .description("add reports up, as `audit --format json` printed them")
    .argument("<report...>", "reports of parts, or of other days")
    .addOption(failOnDrift())
    .addOption(auditFormat())
    .action(async (reports: string[], flags) => {
      const { mergeCommand } = await import("./audit.js");
      done(mergeCommand(reports, flags, terminal));
    });

  program
    .command("messages")
    .description("say which codes message catalogues lack, and which of their placeholders nothing fills")
    .argument(
      "<catalogue...>",
      "files of texts: JSON, YAML, properties, gettext, XLIFF, of Android, Apple, .NET; modules",
    )
    .option(...contract)
    .option("--key <pattern>", "how keys are made: `errors.{code}` (default: as most of them are)", parseKey)
    .addOption(
      new Option("--fail-on <what>", "exit 1 where a code has no message")
        .choices(["missing", "none"])
        .default("missing"),
    )
    .option(...overlay)
    .option(...evidence)
    .option(...root)
    .addOption(format())
    .action(async (catalogues: string[], flags) => {
      const { messagesCommand } = await import("./messages.js");
      done(await messagesCommand(catalogues, flags, terminal));
    });

  program
    .command("changelog")
    .description("say what each version changed in the errors, by git tags, the newest first")
    .argument(...documents)
    .option("--tags <pattern>", "the tags of versions (default: `history` in redocly.yaml, else all)")
    .option(...root)
    .addOption(new Option("--format <format>", "how to print").choices(changelogFormats).default("text"))
    .action(async (paths: string[], flags) => {
      const { changelogCommand } = await import("./changelog.js");
      done(await changelogCommand(paths, flags, terminal));
    });

  program
    .command("git-diff-driver")
    .description("what git calls to show a file that differs: what changed in its errors")
    .argument("<path>", "the path in the repository")
    .argument("[given...]", "what git says of both sides: old-file old-hex old-mode new-file new-hex new-mode")
    // A path may begin with a dash.
    .allowUnknownOption()
    .action(async (path: string, given: string[]) => {
      const { gitDiffDriverCommand } = await import("./git-diff-driver.js");
      done(await gitDiffDriverCommand([path, ...given], terminal));
    });
}
