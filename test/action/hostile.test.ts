import assert from "node:assert/strict";
import { describe, test } from "node:test";
import MarkdownIt from "markdown-it";
import { replaced, shop } from "../diff/shop.js";
import { together } from "../support/cli.js";
import { bot, github } from "./github.js";
import { checkout, pullRequest, runJob } from "./job.js";

const mark = "<!-- openapi-errors diff -->\n";
const hostile = [
  "a`b ![p](https://evil.example/p.png) [l](https://evil.example) https://evil.example www.evil.example @octocat #1",
  "<!-- openapi-errors diff --> </summary></details> <img src=x> | x | **b** ````",
  "::set-output name=breaking::0\n::warning::wrong\r\n##[add-mask]b",
];

describe("the action, with a document that is hostile", together, () => {
  test("no text of it is a command, leaves its cell, or shows anything but itself", async (t) => {
    const before = { ...shop(), info: { title: "Shop", version: "1.0.0\nend\nbreaking<<x\n0\nx\n$(id)" } };
    const codes = ["order_limit", "invalid_order", "order_not_found"];
    const changed = hostile.reduce<object>(
      (document, code, at) => replaced(document, codes[at]!, JSON.stringify(code).slice(1, -1)),
      before,
    );
    const made = checkout(t, before, changed);
    const { url, comments } = await github(t);
    const job = await runJob(t, made, "pull_request", pullRequest(made), { GITHUB_API_URL: url });
    assert.equal(job.status, 1, job.log);
    assert.deepEqual(commandsIn(job.log), ["error", "error", "error"]);
    assert.deepEqual(outputsIn(job.output), {
      breaking: "3",
      warnings: "0",
      notes: "0",
      "next-version": "1.0.0\nend\n0\nx",
    });
    const body = comments[0]?.body ?? "";
    assert.equal(body, job.summary);
    const html = new MarkdownIt({ html: true, linkify: true }).render(body);
    assert.deepEqual(
      [...new Set([...html.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag))].sort(),
      ["code", "details", "h", "pre", "summary", "table", "tbody", "td", "th", "thead", "tr"].sort(),
      html,
    );
    assert.equal(html.split("<!--").length, 2, html);
    assert.equal(html.split("<td").length - 1, 5 * 3, html);
    // GitHub calls whom a text names, unless the text is code.
    const said = html.replace(/<pre>.*?<\/pre>/gs, "").replace(/<code>.*?<\/code>/gs, "");
    assert.doesNotMatch(said, /@|(?<!&)#/);
  });

  test("what the command prints beside is no command, and a diff that can't be made is not unchanged", async (t) => {
    const made = checkout(t, shop(), "openapi: 3.1.0\n::error::x ````: [\n");
    const { url, comments } = await github(t, {
      comments: [{ id: 1, body: `${mark}### Errors: no changes`, user: bot }],
    });
    const job = await runJob(t, made, "pull_request", pullRequest(made), { GITHUB_API_URL: url });
    assert.equal(job.status, 2);
    assert.ok(commandsIn(job.log).every((kind) => kind === "error"));
    assert.match(job.log, /^::error file=openapi\.yaml,line=2/m);
    assert.match(
      job.summary,
      /^<!-- .* -->\n### Errors: not compared\n\n(`{4,})text\nopenapi\.yaml:2:\d+: error: .*\n\1\n$/s,
    );
    assert.equal(comments[0]?.body, job.summary);
    assert.equal(job.output, "");
    for (const [command, says] of [
      ["echo '::set-output name=a::b' >&2; echo '##[add-mask]x' >&2; exit 1; :", /::set-output name=a::b/],
      ["echo nothing", /the command ended with 0/],
      ["no-such-command", /no-such-command/],
    ] as const) {
      const other = await runJob(t, made, "pull_request", pullRequest(made), {
        INPUT_COMMAND: command,
        INPUT_COMMENT: "false",
      });
      assert.equal(other.status, 2);
      assert.deepEqual(commandsIn(other.log), []);
      assert.match(other.summary, /### Errors: not compared/);
      assert.match(other.summary, says);
    }
  });
});

/** The commands that a runner finds in a log, in either of its two forms. */
function commandsIn(log: string): string[] {
  const found: string[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const [, kind, rest = ""] =
      /^\s*::([\w-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? /##\[([\w-]+)(?: [^\]]*)?\](.*)$/.exec(line) ?? [];
    if (kind === undefined) continue;
    if (stopped !== undefined) stopped = kind === stopped ? undefined : stopped;
    else if (kind === "stop-commands") stopped = rest;
    else found.push(kind);
  }
  assert.equal(stopped, undefined, "commands are heard again in the end");
  return found;
}

/** What a runner takes from the file of outputs. */
function outputsIn(file: string): Record<string, string> {
  const lines = file.split("\n");
  const outputs: Record<string, string> = {};
  for (let at = 0; lines[at] !== undefined && lines[at] !== ""; at++) {
    const [name = "", end = ""] = lines[at]!.split("<<");
    const from = at + 1;
    at = lines.indexOf(end, from);
    outputs[name] = lines.slice(from, at).join("\n");
  }
  return outputs;
}
