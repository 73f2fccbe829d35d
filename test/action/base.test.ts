import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shop } from "../diff/shop.js";
import { temporaryFolder, together } from "../support/cli.js";
import { type Checkout, checkout, git, pullRequest, runJob } from "./job.js";

const zeros = "0".repeat(40);
const changed = { ...shop(), tags: [] };
/** Prints what it was asked to compare with. */
const telling = "sh -c 'echo \"base: $1\" >&2' ";

describe("what the action compares with", together, () => {
  const cases: readonly (readonly [
    what: string,
    kind: string,
    payload: (made: Checkout) => object,
    env?: NodeJS.ProcessEnv,
  ])[] = [
    [
      "a pull request that was merged to be tested",
      "pull_request",
      (made) => pullRequest({ ...made, base: "f".repeat(40) }),
    ],
    ["a push", "push", ({ base }) => ({ ref: "refs/heads/main", before: base })],
    ["a merge queue", "merge_group", ({ base }) => ({ merge_group: { base_sha: base } })],
    ["a named branch, whatever the event", "schedule", () => ({}), { INPUT_BASE: "main" }],
    ["a named commit", "pull_request", pullRequest, { INPUT_BASE: "BASE" }],
    [
      "the first push of a branch",
      "push",
      () => ({ ref: "refs/heads/x", before: zeros, repository: { default_branch: "main" } }),
    ],
  ];
  for (const [what, kind, payload, env = {}] of cases)
    test(`${what}: the commit is fetched where a shallow clone lacks it`, async (t) => {
      const made = checkout(t, shop(), changed);
      const own = env.INPUT_BASE === "BASE" ? { INPUT_BASE: made.base } : env;
      assert.equal((await compared(t, made, kind, payload(made), own)).base, made.base.slice(0, 12));
      assert.equal(git(made.folder, "rev-parse", "--is-shallow-repository"), "true");
    });

  test("a branch that its base has left behind is held against where it began, in a whole clone", async (t) => {
    const made = checkout(t, shop(), changed);
    git(made.folder, "fetch", "--quiet", "--unshallow", "origin", "refs/heads/*:refs/remotes/origin/*");
    git(made.folder, "checkout", "--quiet", made.base);
    git(made.folder, "commit", "--quiet", "--allow-empty", "--message", "aside");
    const head = git(made.folder, "rev-parse", "HEAD");
    const later = git(made.folder, "rev-parse", "origin/change");
    const payload = pullRequest({ ...made, base: later, head });
    assert.equal((await compared(t, made, "pull_request", payload)).base, made.base.slice(0, 12));
    assert.equal(git(made.folder, "rev-parse", "--is-shallow-repository"), "false");
  });

  test("where nothing was before, it says so, and fails nothing", async (t) => {
    const made = checkout(t, shop(), changed);
    for (const ref of ["refs/heads/main", "refs/tags/v1"]) {
      const payload = { ref, before: zeros, repository: { default_branch: "main" } };
      const { job } = await compared(t, made, "push", payload);
      assert.equal(job.status, 0);
      assert.match(job.summary, /### Errors: nothing to compare with/);
    }
  });

  test("what can't be known or had is not unchanged: exit 2, and what to type", async (t) => {
    const made = checkout(t, shop(), changed);
    const gone = "1".repeat(40);
    for (const [kind, payload, env, says] of [
      ["schedule", {}, {}, /An event `schedule` has no base: give the action the input `base`/],
      ["push", { before: gone }, {}, /can't be fetched: .*\nfix: .*`git fetch --no-tags --depth=1 origin 1{40}`/s],
      ["push", { before: "--upload-pack=touch x" }, {}, /does not say/],
      ["pull_request", {}, {}, /does not say what the change is made to/],
      ["pull_request", pullRequest(made), { INPUT_BASE: "--upload-pack=touch x" }, /it begins with `-`/],
      ["pull_request", pullRequest(made), { INPUT_BASE: "HEAD" }, /What is checked out is the base/],
      ["pull_request", pullRequest(made), { INPUT_COMMENT: "yes" }, /`comment` is `yes`: write true or false/],
      ["pull_request", pullRequest(made), { INPUT_WORKING_DIRECTORY: "nowhere" }, /nowhere/],
    ] as const) {
      const { job } = await compared(t, made, kind, payload, env);
      assert.equal(job.status, 2, job.summary);
      assert.match(job.summary, /### Errors: not compared/);
      assert.match(job.summary, says);
      assert.match(job.log, /^::error title=openapi-errors::/m);
      assert.equal(job.stderr, "");
    }
  });

  test("a folder that is no repository", async (t) => {
    const folder = temporaryFolder(t);
    const { job } = await compared(t, { folder, base: "", head: "" }, "push", {}, { GIT_CEILING_DIRECTORIES: "/" });
    assert.deepEqual([job.status, /not a git repository/.test(job.summary)], [2, true], job.summary);
  });
});

async function compared(
  t: Parameters<typeof runJob>[0],
  made: Checkout,
  kind: string,
  payload: object,
  env: NodeJS.ProcessEnv = {},
) {
  const job = await runJob(t, made, kind, payload, { INPUT_COMMENT: "false", INPUT_COMMAND: telling, ...env });
  return { job, base: /base: (\S+)/.exec(job.summary)?.[1] };
}
