import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** What `diff` finds, in each of the forms that are needed; or, as `problem`, why it finds nothing. */
export async function compare(how) {
  const [markdown, github, json, next] = await Promise.all(
    ["markdown", "github", "json", "next-version"].map((format) => diff(how, format)),
  );
  const told = markdown.stderr;
  const found = foundIn(json.stdout);
  const isMade = [0, 1].includes(markdown.status) && markdown.stdout.startsWith("<!-- openapi-errors diff -->\n");
  if (!isMade || found === undefined)
    return { told, annotations: github.stdout, problem: told.trim() || `the command ended with ${markdown.status}` };
  // A version is a text of the document: what is no plain word could be run by whoever puts it into a script.
  const versions = next.stdout.split("\n").filter((line) => /^[0-9A-Za-z][0-9A-Za-z.+_-]*$/.test(line));
  return {
    told,
    annotations: github.stdout,
    markdown: markdown.stdout,
    status: markdown.status,
    outputs: { ...found.outputs, "next-version": versions.join("\n") },
    saysNothing: found.saysNothing,
  };
}

/** The command is the author's and may hold anything that bash reads; what follows it is handed over as it is. */
async function diff({ command, base, failOn, checkVersion, folder }, format) {
  const args = ["diff", base, "--fail-on", failOn, "--format", format, ...(checkVersion ? ["--check-version"] : [])];
  const child = spawn("bash", ["-c", `${command} "$@"`, "openapi-errors", ...args], {
    cwd: folder,
    env: withoutToken(process.env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((done) => child.once("close", done).once("error", ({ code }) => done(code)));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, status };
}

/** A comparison does without it, and what it starts as well. */
function withoutToken({ INPUT_TOKEN: _, ...env }) {
  return env;
}

function foundIn(json) {
  try {
    const { changes, problems = [], newDocuments = [] } = JSON.parse(json);
    // What was accepted is told, and fails nothing.
    const count = (level) => changes.filter((change) => change.level === level && !change.accepted).length;
    return {
      outputs: { breaking: count("breaking"), warnings: count("warning"), notes: count("note") },
      saysNothing: changes.length + problems.length + newDocuments.length === 0,
    };
  } catch {
    return undefined;
  }
}
