import { camelCase, pascalCase } from "./names.js";
import { mark, type Plan } from "./plan.js";

/** A command: says of each document how many errors it has, until somebody makes something else of it. */
export function newCommand(name: string): Plan {
  const run = `${camelCase(name)}Command`;
  return {
    creates: {
      [`generator/commands/${name}.ts`]: command(name, run),
      [`test/cli/${name}.test.ts`]: test(name),
    },
    edits: [
      {
        path: "generator/command-line.ts",
        anchor: "\nfor (const command of program.commands) command.addHelpText",
        side: "before",
        text: registration(name, run),
      },
      {
        path: "generator/commands/examples.ts",
        anchor: "\n};",
        side: "before",
        text: `\n  "${name}": [["openapi-errors ${name} openapi.yaml", "${mark}: what for"]],`,
      },
      {
        path: "docs/reference/command-line.md",
        side: "after",
        text: `\n## ${name}\n\n<!-- generated: help ${name} -->\n<!-- end -->\n`,
      },
    ],
    renews: ["test/manual/generated.test.ts"],
  };
}

function command(name: string, run: string): string {
  const flags = `${pascalCase(name)}Flags`;
  return `import { type Format, printProblems } from "../problem/print.js";
import { hasErrors } from "../problem/problem.js";
import { readContracts } from "../read-contracts.js";
import { type TargetFlags, targetsOf } from "../targets.js";
import { counted } from "../view/words.js";
import { exitOf, type Terminal } from "./terminal.js";

interface ${flags} extends TargetFlags {
  readonly root?: string;
  readonly format: Format;
}

/** \`openapi-errors ${name}\`: ${mark}: what it does. */
export async function ${run}(paths: readonly string[], flags: ${flags}, terminal: Terminal): Promise<number> {
  const config = targetsOf(paths, flags);
  const { reads, problems } =
    "targets" in config ? await readContracts(config.targets, flags.root) : { reads: [], ...config };
  if (hasErrors(problems)) {
    terminal.tell(printProblems(problems, flags.format, terminal.colour.tell));
    return exitOf(problems);
  }
  for (const read of reads)
    if (read) terminal.answer(\`\${read.contract.id}: \${counted(read.contract.errors.length, "error")}\\n\`);
  return 0;
}
`;
}

function registration(name: string, run: string): string {
  return `
program
  .command("${name}")
  .description("${mark}: what it does, in a line")
  .argument(...documents)
  .option(...id)
  .option(...overlay)
  .option(...evidence)
  .option(...root)
  .addOption(format())
  .action(async (paths: string[], flags) => {
    const { ${run} } = await import("./commands/${name}.js");
    exit = await ${run}(paths, flags, terminal);
  });
`;
}

function test(name: string): string {
  return `import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { shopFolder } from "./shop.js";

describe("openapi-errors ${name}", together, () => {
  // ${mark}: say what users see.
  test("says how many errors a document has", async (t) => {
    const asked = await startCli(["${name}", "openapi.yaml"], { cwd: shopFolder(t) });
    assert.deepEqual(asked, { status: 0, stdout: "shop: 1 error\\n", stderr: "" });
  });

  test("a document that is not there exits 2, and says so", async (t) => {
    const { status, stdout, stderr } = await startCli(["${name}", "missing.yaml"], { cwd: shopFolder(t) });
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
    assert.match(stderr, /file-unreadable/);
  });
});
`;
}
