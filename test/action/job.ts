import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { Document as YamlDocument } from "yaml";
import type { Document } from "../diff/shop.js";
import { spawnArguments, temporaryFolder } from "../support/cli.js";

const script = fileURLToPath(new URL("../../action/diff.mjs", import.meta.url));

/** A repository with a branch, and what a job of it has: a checkout as actions/checkout makes it. */
export interface Checkout {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
}

export interface Job {
  readonly status: number | null;
  readonly log: string;
  readonly stderr: string;
  readonly summary: string;
  readonly output: string;
}

export const token = "ghs_secretOfThisJob";

/** Writes both states to a remote, merges the second as GitHub does for a pull request, and clones the last commit of it. */
export function checkout(t: TestContext, before: Document, after: Document, path = "."): Checkout {
  const remote = join(temporaryFolder(t), "remote");
  mkdirSync(join(remote, path), { recursive: true });
  git(remote, "init", "--quiet", "--initial-branch=main");
  const commit = (document: Document | string): string => {
    const written = typeof document === "string" ? document : new YamlDocument(document).toString();
    writeFileSync(join(remote, path, "openapi.yaml"), written);
    writeFileSync(join(remote, path, "redocly.yaml"), "apis: { shop: { root: openapi.yaml } }\n");
    git(remote, "add", ".");
    git(remote, "commit", "--quiet", "--message", "one more");
    return git(remote, "rev-parse", "HEAD");
  };
  const base = commit(before);
  git(remote, "checkout", "--quiet", "-b", "change");
  const head = commit(after);
  git(remote, "checkout", "--quiet", "main");
  git(remote, "checkout", "--quiet", "--detach");
  git(remote, "merge", "--quiet", "--no-ff", "change");
  git(remote, "update-ref", "refs/pull/7/merge", "HEAD");
  const folder = join(temporaryFolder(t), "checkout");
  git(remote, "init", "--quiet", folder);
  git(folder, "remote", "add", "origin", `file://${remote}`);
  git(folder, "fetch", "--quiet", "--depth=1", "origin", "refs/pull/7/merge");
  git(folder, "checkout", "--quiet", "--detach", "FETCH_HEAD");
  return { folder, base, head };
}

/** A command that prints what is given for each format, and ends with a status: for what is not about comparing. */
export function standIn(t: TestContext, markdown: string, levels: readonly string[] = ["breaking"]): NodeJS.ProcessEnv {
  const folder = temporaryFolder(t);
  const changes = levels.map((level) => ({ level }));
  const answers = { markdown, github: "", json: JSON.stringify({ changes }), "next-version": "2.0.0\n" };
  for (const [format, answer] of Object.entries(answers)) writeFileSync(join(folder, format), answer);
  return { INPUT_COMMAND: `sh -c 'cat "$0/$6"; exit ${levels.includes("breaking") ? 1 : 0}' '${folder}'` };
}

/** Runs the script of the action as the runner does. */
export async function runJob(
  t: TestContext,
  { folder }: Checkout,
  kind: string,
  payload: object,
  env: NodeJS.ProcessEnv = {},
): Promise<Job> {
  const files = temporaryFolder(t);
  writeFileSync(join(files, "event.json"), JSON.stringify(payload));
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: files,
      GITHUB_EVENT_NAME: kind,
      GITHUB_EVENT_PATH: join(files, "event.json"),
      GITHUB_STEP_SUMMARY: join(files, "summary.md"),
      GITHUB_OUTPUT: join(files, "output"),
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_API_URL: "http://127.0.0.1:9",
      GITHUB_RUN_ID: "42",
      INPUT_TOKEN: token,
      INPUT_COMMAND: spawnArguments([])
        .map((word) => `'${word}'`)
        .join(" "),
      ...env,
    },
  });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const [log, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const written = (name: string) => (existsSync(join(files, name)) ? readFileSync(join(files, name), "utf8") : "");
  return { status, log, stderr, summary: written("summary.md"), output: written("output") };
}

export function pullRequest({ base, head }: Checkout): object {
  return {
    pull_request: {
      number: 7,
      base: { sha: base, repo: { full_name: "acme/shop" } },
      head: { sha: head, repo: { full_name: "acme/shop" } },
    },
    repository: { default_branch: "main" },
  };
}

export function git(folder: string, ...args: string[]): string {
  const person = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", folder, ...person, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}
