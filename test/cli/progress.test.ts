import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { startProgress } from "../../generator/commands/progress.js";

/** A terminal whose clock stands still until it is moved, in milliseconds. */
function terminal(t: TestContext, isTTY: boolean) {
  let now = 0;
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.mock.method(performance, "now", () => now);
  const before = process.env.CI;
  delete process.env.CI;
  t.after(() => {
    if (before !== undefined) process.env.CI = before;
  });
  let written = "";
  const progress = startProgress({ isTTY, write: (text) => (written += text) });
  const wait = (time: number) => {
    now += time;
    t.mock.timers.tick(time);
  };
  const said = () => {
    const text = written;
    written = "";
    return text;
  };
  return { progress, wait, said };
}

const line = (text: string) => `\r\u001b[2K${text}`;

test("a run of more than a second says what it is at, and leaves nothing behind", (t) => {
  const { progress, wait, said } = terminal(t, true);
  progress.stage("reading");
  wait(999);
  assert.equal(said(), "");
  wait(1);
  assert.equal(said(), line("openapi-errors: reading ..."));
  progress.stage("types");
  assert.equal(said(), line("openapi-errors: types ..."));
  progress.end();
  assert.equal(said(), line(""));
  wait(5000);
  assert.equal(said(), "");
});

test("a stage that begins after a second that nothing could interrupt is said at once", (t) => {
  const { progress, said } = terminal(t, true);
  progress.stage("reading");
  t.mock.method(performance, "now", () => 1500);
  progress.stage("types");
  assert.equal(said(), line("openapi-errors: types ..."));
});

test("a short run says nothing", (t) => {
  const short = terminal(t, true);
  short.progress.stage("reading");
  short.wait(500);
  short.progress.end();
  short.wait(5000);
  assert.equal(short.said(), "");
});

test("nor does a long one that nobody watches", (t) => {
  const { progress, wait, said } = terminal(t, false);
  progress.stage("reading");
  wait(5000);
  progress.end();
  assert.equal(said(), "");
});
