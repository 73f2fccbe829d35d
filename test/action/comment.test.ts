import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shop } from "../diff/shop.js";
import { together } from "../support/cli.js";
import { bot, type Comment, github } from "./github.js";
import { checkout, pullRequest, runJob, standIn, token } from "./job.js";

const mark = "<!-- openapi-errors diff -->\n";
const found = `${mark}### Errors: 1 breaking, 0 warnings, 0 notes\n`;
const nothing = `${mark}### Errors: no changes\n`;

describe("the comment of a pull request", together, () => {
  test("the comment is renewed, on whatever page it stands; comments of others that begin alike are left alone", async (t) => {
    const made = checkout(t, shop(), { ...shop(), tags: [] });
    const comments: Comment[] = Array.from({ length: 205 }, (_, id) => ({
      ...{ id, body: `> ${mark}### quoted`, user: { type: id % 2 ? "User" : "Bot", login: "somebody" } },
    }));
    comments[3] = { id: 3, body: `${mark}Look at my site`, user: { type: "User", login: "github-actions" } };
    comments[204] = { id: 204, body: `${mark}### Errors: old`.replace("\n", "\r\n"), user: bot };
    const { url, asked } = await github(t, { comments });
    const env = { ...standIn(t, found), GITHUB_API_URL: url };
    const { status } = await runJob(t, made, "pull_request", pullRequest(made), env);
    assert.equal(status, 1);
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
    const made = checkout(t, shop(), { ...shop(), tags: [] });
    const comments = [
      { id: 1, body: `${mark}mine`, user: { type: "User", login: "mallory" } },
      { id: 2, body: `${mark}ours`, user: { type: "User", login: "robot-of-acme" } },
    ];
    const { url, asked } = await github(t, { comments, owner: "robot-of-acme" });
    await runJob(t, made, "pull_request", pullRequest(made), { ...standIn(t, found), GITHUB_API_URL: url });
    assert.equal(asked.at(-1), "PATCH /repos/acme/shop/issues/comments/2");
  });

  test("where changes vanish the comment says so; where there never were any, none is written", async (t) => {
    const made = checkout(t, shop(), { ...shop(), tags: [] });
    const comments = [{ id: 1, body: `${mark}### Errors: 1 breaking`, user: bot }];
    for (const { url, asked } of [await github(t, { comments }), await github(t)]) {
      const job = await runJob(t, made, "pull_request", pullRequest(made), {
        ...standIn(t, nothing, []),
        GITHUB_API_URL: url,
      });
      assert.deepEqual([job.status, job.summary], [0, nothing]);
      assert.equal(
        asked.some((line) => line.startsWith("POST")),
        false,
      );
    }
    assert.equal(comments[0]?.body, `${mark}### Errors: no changes\n`);
  });

  test("a fork's token may only read: one notice says so, and the summary has all", async (t) => {
    const made = checkout(t, shop(), { ...shop(), tags: [] });
    for (const refusal of [401, 403, 404]) {
      const { url, comments } = await github(t, { refusal });
      const job = await runJob(t, made, "pull_request", pullRequest(made), {
        ...standIn(t, found),
        GITHUB_API_URL: url,
      });
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
    const made = checkout(t, shop(), { ...shop(), tags: [] });
    for (const own of [token, `${token}\nx`]) {
      const job = await runJob(t, made, "pull_request", pullRequest(made), { ...standIn(t, found), INPUT_TOKEN: own });
      assert.equal(job.status, 1);
      assert.match(
        job.log,
        /^::notice title=openapi-errors::No comment was written: GitHub could not be asked \(\w+\)/m,
      );
      assert.doesNotMatch(JSON.stringify(job), new RegExp(token));
    }
  });

  test("no comment where none is wanted", async (t) => {
    const made = checkout(t, shop(), { ...shop(), tags: [] });
    const { url, asked } = await github(t);
    const env = { ...standIn(t, found), GITHUB_API_URL: url, INPUT_COMMENT: "false" };
    const { status, summary } = await runJob(t, made, "pull_request", pullRequest(made), env);
    assert.equal(status, 1);
    assert.deepEqual(asked, []);
    assert.match(summary, /### Errors: 1 breaking/);
  });

  test("what is too long is cut behind a row, says how many more there are and where, and stays whole in the summary", async (t) => {
    const made = checkout(t, shop(), { ...shop(), tags: [] });
    const { url, comments } = await github(t);
    const rows = Array.from({ length: 3000 }, (_, n) => `| breaking | \u{1f600} change ${n} | dashboards |\n`);
    const answers = Array.from({ length: 10 }, () => "\n<details><summary>one</summary>\n\n</details>\n");
    const long = [`${found}\n| | change | hurts |\n|---|---|---|\n`, ...rows, ...answers].join("");
    const env = { ...standIn(t, long), GITHUB_API_URL: url };
    const { summary } = await runJob(t, made, "pull_request", pullRequest(made), env);
    assert.equal(summary, long);
    const { body = "" } = comments[0] ?? {};
    assert.ok(body.length <= 65_536 && body.length > 65_000, String(body.length));
    const [, last, more, where] =
      /change (\d+) \| dashboards \|\n\n… and (\d+) more changes, and 10 more answers that show changes: see the \[summary of the job\]\((.*)\)\.\n$/.exec(
        body,
      ) ?? [];
    assert.equal(Number(last) + 1 + Number(more), rows.length);
    assert.equal(where, "https://github.com/acme/shop/actions/runs/42");
    const longer = `${found}\n${rows.join("").repeat(12)}`;
    const job = await runJob(t, made, "pull_request", pullRequest(made), {
      ...standIn(t, longer),
      INPUT_COMMENT: "false",
    });
    const bytes = Buffer.byteLength(job.summary);
    assert.ok(bytes <= 1024 * 1024 && bytes > 1023 * 1024, String(bytes));
    assert.match(job.summary, /dashboards \|\n\n… and \d+ more changes: `openapi-errors diff` prints them\.\n$/);
  });
});
