import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { replaced, shop } from "../diff/shop.js";
import { together } from "../support/cli.js";
import { bot, github } from "./github.js";
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

  test("folders of one repository have comments of their own, and annotations with whole paths", async (t) => {
    const made = checkout(t, shop(), renamed, "apis/shop");
    const { url, comments } = await github(t, { comments: [{ id: 1, body: `${mark}of the root`, user: bot }] });
    const env = { GITHUB_API_URL: url, INPUT_WORKING_DIRECTORY: "./apis/shop/", INPUT_CHECK_VERSION: "true" };
    const { log } = await runJob(t, made, "pull_request", pullRequest(made), env);
    assert.match(comments[1]?.body ?? "", /^<!-- openapi-errors diff: apis%2Fshop -->\n### Errors: 1 breaking/);
    assert.match(comments[1]?.body ?? "", /<code>info\.version<\/code> is <code>1\.2\.3<\/code>/);
    assert.match(log, /^::error file=apis\/shop\/openapi\.yaml,line=\d+,/m);
  });
});

/** UPDATE=1 writes what is expected: read the difference. */
function golden(name: string, text: string): void {
  const file = fileURLToPath(new URL(`fixtures/renamed/${name}`, import.meta.url));
  if (process.env.UPDATE) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"));
}
