import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { replaced, shop } from "../diff/shop.js";
import { together } from "../support/cli.js";
import { bot, type Comment, github } from "./github.js";
import { checkout, pullRequest, runJob, token } from "./job.js";

const renamed = replaced(shop(), "order_limit", "orders_full");
const mark = "<!-- openapi-errors diff -->\n";

describe("the action in a pull request", together, () => {
  test("a shallow checkout: summary, annotations, outputs and comment, and the exit status of diff", async (t) => {
    const made = checkout(t, shop(), renamed);
    const { url, comments, asked, tokens } = await github(t);
    const job = await runJob(t, made, "pull_request", pullRequest(made), { GITHUB_API_URL: url });
    assert.deepEqual({ status: job.status, stderr: job.stderr }, { status: 1, stderr: "" });
    const plain = (text: string) =>
      text.replaceAll(made.base.slice(0, 12), "<base>").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "<random>");
    golden("summary.md", plain(job.summary));
    golden("log.txt", plain(job.log));
    golden("output.txt", plain(job.output));
    golden("comment.md", plain(comments[0]?.body ?? ""));
    const path = "/repos/acme/shop/issues/7/comments";
    assert.deepEqual(asked, [`GET ${path}?per_page=100&page=1`, `POST ${path}`]);
    assert.deepEqual([...tokens], [`Bearer ${token}`]);
    assert.doesNotMatch(JSON.stringify({ job, comments }), new RegExp(token));
  });

  test("the comment is renewed, on whatever page it stands; comments of others that begin alike are left alone", async (t) => {
    const made = checkout(t, shop(), renamed);
    const comments: Comment[] = Array.from({ length: 205 }, (_, id) => ({
      ...{ id, body: `> ${mark}### quoted`, user: { type: id % 2 ? "User" : "Bot", login: "somebody" } },
    }));
    comments[3] = { id: 3, body: `${mark}Look at my site`, user: { type: "User", login: "github-actions" } };
    comments[204] = { id: 204, body: `${mark}### Errors: old`.replace("\n", "\r\n"), user: bot };
    const { url, asked } = await github(t, { comments });
    const env = { GITHUB_API_URL: url, INPUT_FAIL_ON: "none" };
    const { status } = await runJob(t, made, "pull_request", pullRequest(made), env);
    assert.equal(status, 0);
    assert.equal(asked.at(-1), "PATCH /repos/acme/shop/issues/comments/204");
    assert.equal(asked.filter((line) => !line.startsWith("GET ")).length, 1);
    assert.ok(comments[204].body.startsWith(`${mark}### Errors: 1 breaking, `));
    assert.equal(comments[3].body, `${mark}Look at my site`);
    const again = asked.length;
    await runJob(t, made, "pull_request", pullRequest(made), env);
    assert.ok(
      asked.slice(again).every((line) => line.startsWith("GET ")),
      "what says the same is not written again",
    );
  });

  test("a token that has an owner renews what the owner wrote", async (t) => {
    const made = checkout(t, shop(), renamed);
    const comments = [
      { id: 1, body: `${mark}mine`, user: { type: "User", login: "mallory" } },
      { id: 2, body: `${mark}ours`, user: { type: "User", login: "robot-of-acme" } },
    ];
    const { url, asked } = await github(t, { comments, owner: "robot-of-acme" });
    await runJob(t, made, "pull_request", pullRequest(made), { GITHUB_API_URL: url });
    assert.equal(asked.at(-1), "PATCH /repos/acme/shop/issues/comments/2");
  });

  test("where changes vanish the comment says so; where there never were any, none is written", async (t) => {
    const made = checkout(t, shop(), { ...shop(), tags: [] });
    const comments = [{ id: 1, body: `${mark}### Errors: 1 breaking`, user: bot }];
    for (const { url, asked } of [await github(t, { comments }), await github(t)]) {
      const job = await runJob(t, made, "pull_request", pullRequest(made), { GITHUB_API_URL: url });
      assert.deepEqual([job.status, job.summary], [0, `${mark}### Errors: no changes\n`]);
      assert.equal(
        asked.some((line) => line.startsWith("POST")),
        false,
      );
    }
    assert.equal(comments[0]?.body, `${mark}### Errors: no changes\n`);
  });

  test("a fork's token may only read: one notice says so, and the summary has all", async (t) => {
    const made = checkout(t, shop(), renamed);
    for (const refusal of [401, 403, 404]) {
      const { url, comments } = await github(t, { refusal });
      const job = await runJob(t, made, "pull_request", pullRequest(made), { GITHUB_API_URL: url });
      assert.equal(job.status, 1);
      const notices = job.log.split("\n").filter((line) => line.startsWith("::notice "));
      assert.deepEqual(notices, [
        `::notice title=openapi-errors::No comment was written: the token may not (${refusal}), as in pull requests of forks; elsewhere, give the job \`pull-requests: write\`. The summary of the job has all of it.`,
      ]);
      assert.match(job.summary, /### Errors: 1 breaking, /);
      assert.deepEqual(comments, []);
    }
  });

  test("GitHub that is not there, and a token that can be no header: the token is printed nowhere", async (t) => {
    const made = checkout(t, shop(), renamed);
    for (const own of [token, `${token}\nx`]) {
      const job = await runJob(t, made, "pull_request", pullRequest(made), { INPUT_TOKEN: own });
      assert.equal(job.status, 1);
      assert.match(
        job.log,
        /^::notice title=openapi-errors::No comment was written: GitHub could not be asked \(\w+\)/m,
      );
      assert.doesNotMatch(JSON.stringify(job), new RegExp(token));
    }
  });

  test("folders of one repository have comments of their own, and annotations with whole paths", async (t) => {
    const made = checkout(t, shop(), renamed, "apis/shop");
    const { url, comments } = await github(t, { comments: [{ id: 1, body: `${mark}of the root`, user: bot }] });
    const env = { GITHUB_API_URL: url, INPUT_WORKING_DIRECTORY: "./apis/shop/" };
    const { log } = await runJob(t, made, "pull_request", pullRequest(made), env);
    assert.match(comments[1]?.body ?? "", /^<!-- openapi-errors diff: apis%2Fshop -->\n### Errors: 1 breaking/);
    assert.match(log, /^::error file=apis\/shop\/openapi\.yaml,line=\d+,/m);
  });

  test("no comment where none is wanted", async (t) => {
    const made = checkout(t, shop(), renamed);
    const { url, asked } = await github(t);
    const env = { GITHUB_API_URL: url, INPUT_COMMENT: "false" };
    const { status, summary } = await runJob(t, made, "pull_request", pullRequest(made), env);
    assert.equal(status, 1);
    assert.deepEqual(asked, []);
    assert.match(summary, /### Errors: 1 breaking/);
  });
});

/** UPDATE=1 writes what is expected: read the difference. */
function golden(name: string, text: string): void {
  const file = fileURLToPath(new URL(`fixtures/renamed/${name}`, import.meta.url));
  if (process.env.UPDATE) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"));
}
