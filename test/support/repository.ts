import { execFileSync } from "node:child_process";

/** Commits all that is in a folder, and makes it a repository first where it is none. */
export function committed(folder: string, message = "A change"): void {
  const who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
  const git = (...args: readonly string[]) => execFileSync("git", [...who, ...args], { cwd: folder, stdio: "pipe" });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--message", message);
}
