import { spawnSync } from "node:child_process";

/** Git in a folder, never asking anybody anything. */
export function gitIn(folder) {
  return (...args) => {
    const { status, stdout, stderr, error } = spawnSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0" },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { ok: status === 0, text: (stdout ?? "").trim(), why: (stderr || error?.code || "").trim() };
  };
}
