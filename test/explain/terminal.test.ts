import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { spawnArguments, together } from "../support/cli.js";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a program on a pseudo-terminal with so many columns, and prints what a person would see there. */
const onTerminal = `
import fcntl, os, pty, struct, sys, termios
columns, *command = sys.argv[1:]
child, screen = pty.fork()
if child == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(columns), 0, 0))
    os.execv(command[0], command)
shown = b""
while True:
    try:
        read = os.read(screen, 65536)
    except OSError:
        break
    if not read:
        break
    shown += read
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;

function explainOn(columns: number, env: NodeJS.ProcessEnv = {}): string {
  const { FORCE_COLOR: _, NO_COLOR: __, COLUMNS: ___, ...plain } = process.env;
  const command = spawnArguments(["explain", "rate_limited", "--document", "spec/themes.yaml"]);
  const { status, stdout, stderr } = spawnSync("python3", ["-c", onTerminal, String(columns), ...command], {
    cwd: project,
    env: { ...plain, TERM: "xterm-256color", ...env },
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return stdout.replaceAll("\r\n", "\n");
}

describe("explain on a terminal", together, () => {
  for (const columns of [40, 120])
    test(`is as wide as that, ${columns} columns, and in colours, which take no room`, () => {
      const shown = explainOn(columns);
      assert.match(shown, /^\u001b\[1mToo many requests\u001b\[22m\n\u001b\[36mrate_limited\u001b\[39m /);
      const lines = shown.replace(/\u001b\[\d+m/g, "").split("\n");
      assert.doesNotMatch(lines.join("\n"), /\u001b/, "colours are all that it sends");
      const widest = Math.max(...lines.map((line) => line.length));
      assert.ok(widest <= columns && widest > columns - 20, `${widest} columns`);
    });

  test("is plain where NO_COLOR is set, and the same text", () => {
    const plain = explainOn(40, { NO_COLOR: "1" });
    assert.doesNotMatch(plain, /\u001b/);
    assert.equal(explainOn(40).replace(/\u001b\[\d+m/g, ""), plain);
  });
});
