import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { commandsOf } from "../page-files.ts";
import { startRemoteCache } from "./remote-cache.mjs";
import { expected } from "./rows.mjs";
import { bin, node, run } from "./tools.mjs";
import { packageAt, updated, writeWorkspace } from "./workspace.mjs";

/** No daemon, no cloud, nothing told to anyone. */
const env = {
  ...{ NX_DAEMON: "false", NX_NO_CLOUD: "true", NX_TUI: "false" },
  ...{ TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", CI: "1", NO_COLOR: "1", FORCE_COLOR: "0" },
};

const engines = {
  Turborepo: { engine: "turbo", program: "turbo/bin/turbo" },
  Nx: { engine: "nx", program: "nx/dist/bin/nx.js" },
};

/**
 * Generates a workspace with an engine that keeps what tasks made: all of it at first, nothing a second time, nothing on
 * another machine that shares a remote cache, one package where one document changed, all of it where openapi-errors is
 * another. Gives the milliseconds of each, or throws.
 */
export async function buildWorkspace(name, packages, { isUpdated = true } = {}) {
  const { engine, program } = engines[name];
  // Away from this repository: an engine looks for git and for a workspace above.
  const [folder, other] = ["", "other-"].map((what) => mkdtempSync(join(tmpdir(), `openapi-errors-${what}${engine}-`)));
  const remote = await startRemoteCache();
  const command = commandsOf("monorepo").find((typed) => typed.startsWith(`npx ${engine} `));
  const times = {};
  const build = async (step, shouldRun, at = folder) => {
    const log = logIn(at);
    rmSync(log, { force: true });
    const [from, ...args] = [performance.now(), ...command.split(" ").slice(2)];
    const { status, output } = await run(bin(program, ...args), at, { ...env, ...remote.env });
    times[step] = performance.now() - from;
    const ran = existsSync(log)
      ? readFileSync(log, "utf8")
          .trim()
          .split("\n")
          .map((path) => basename(path))
      : [];
    if (status !== 0 || ran.sort().join() !== shouldRun.join())
      throw new Error(`${step}: ended with ${status}, generated [${ran}] and not [${shouldRun}]:\n${output}`);
  };
  try {
    for (const at of [folder, other]) {
      writeWorkspace(at, { engine, packages, log: logIn(at) });
      await run(["git", "init", "--quiet"], at);
    }
    const all = Array.from({ length: packages }, (_, index) => packageAt(index)).sort();
    const outputs = (at) => all.map((one) => join(at, "packages", one, "src/errors"));
    const holdsWhatWasMade = (at) => {
      if (outputs(at).map(hashOf).join() !== made.join())
        throw new Error("what a cache gave back is not what was made");
    };
    await build("first", all);
    const made = outputs(folder).map(hashOf);
    for (const output of outputs(folder)) rmSync(output, { recursive: true });
    await build("again, outputs deleted", []);
    holdsWhatWasMade(folder);
    await build("on another machine, remote cache", [], other);
    holdsWhatWasMade(other);
    const { kept, given } = remote.figures();
    if (kept < packages || given < packages) throw new Error(`of ${packages}, ${kept} were kept and ${given} given`);
    const [own] = all.slice(-1);
    const home = join(folder, "packages", own);
    appendFileSync(join(home, "openapi.yaml"), "tags: [{ name: orders }]\n");
    await build("one document changed", [own]);
    if (isUpdated) {
      updated(folder);
      await build("another version", all);
    }
    const checked = await run([join(folder, "node_modules/.bin/openapi-errors"), "generate", "--check"], home);
    if (checked.status !== 0) throw new Error(checked.output);
    const printed = await run([node(24), "src/main.ts"], home);
    if (!printed.output.includes(expected)) throw new Error(`it printed\n${printed.output}`);
    return times;
  } finally {
    await remote.close();
    for (const at of [folder, other]) rmSync(at, { recursive: true, force: true });
  }
}

/** Gets a line for each run of openapi-errors in a workspace. */
function logIn(workspace) {
  return join(workspace, "node_modules/ran.txt");
}

/** What went wrong, if anything did. */
export async function monorepoRow(name) {
  return buildWorkspace(name, 3).then(
    () => undefined,
    (error) => error.message,
  );
}

function hashOf(folder) {
  const hash = createHash("sha256");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of entries.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash.update(path.slice(folder.length)).update(readFileSync(path));
  return hash.digest("hex");
}
