import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { required } from "../package/folder.js";
import { guard, guardVariable, type Readable } from "./redocly-guard.js";

const run = promisify(execFile);
const { version } = required("@redocly/cli/package.json") as { version: string };

export const redoclyVersion = version;
export const redoclyFolder = dirname(required.resolve("@redocly/cli/package.json"));

/** A command of Redocly CLI, and the folder to run it in. */
export interface RedoclyCommand {
  readonly folder: string;
  readonly args: readonly string[];
}

/**
 * Runs commands one after another in one process, in which Redocly and React are loaded once: that takes longer than most
 * pages. The command line runs when it is imported, and ends its process when it is done, in whose place the next one begins.
 */
const program = `
import module from "node:module";
module.enableCompileCache?.();
const { cli, commands } = JSON.parse(process.argv[1]);
const { exit, execPath } = process;
let begun = 0;
process.exit = (code = process.exitCode ?? 0) => {
  const command = commands[begun];
  if (code !== 0 || command === undefined) exit.call(process, code);
  process.chdir(command.folder);
  process.argv = [execPath, "redocly", ...command.args];
  begun += 1;
  import(cli + "?" + begun);
};
process.exit(0);
`;

/** Runs Redocly CLI without a word to anyone. It fails where one of the commands does. */
export async function redocly(
  commands: readonly RedoclyCommand[],
  { folders, instead }: Readable = { folders: [] },
): Promise<void> {
  const readable = { folders: [...commands.map(({ folder }) => folder), redoclyFolder, ...folders], instead };
  const env = {
    ...process.env,
    [guardVariable]: JSON.stringify(readable),
    // React checks each of its calls elsewhere, and makes the same of them.
    NODE_ENV: "production",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
  };
  const given = JSON.stringify({ cli: pathToFileURL(join(redoclyFolder, "lib/index.js")).href, commands });
  const asked = ["--import", guard, "--input-type=module", "--eval", program, given];
  await run(process.execPath, asked, { cwd: commands[0]?.folder, env });
}
