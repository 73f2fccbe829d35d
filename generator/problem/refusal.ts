/** Why the file system refused something, in words, and what to do about it. */
export interface Refusal {
  readonly reason: string;
  readonly fix: string;
  /** Whether something else stands where a folder has to be. */
  readonly isInTheWay?: true;
}

const elsewhere = (flag: string) => `name a place that you may write to with \`${flag}\``;

type Telling = (flag: string, allow: () => string) => Refusal;

/** By the code of the error. `flag`: what names the place. `allow`: gives the command for a permission. */
const refusals: ReadonlyMap<string, Telling> = new Map<string, Telling>([
  [
    "ENOSPC",
    () => ({ reason: "the disk is full", fix: "make room on it (`df -h` shows what is left), and run again" }),
  ],
  ["EDQUOT", () => ({ reason: "your quota is used up", fix: "make room (`quota` shows what is left), and run again" })],
  ["EROFS", (flag) => ({ reason: "the file system is read-only", fix: elsewhere(flag) })],
  [
    "EACCES",
    (flag, allow) => ({ reason: "permission denied", fix: `${elsewhere(flag)}, or allow it with \`${allow()}\`` }),
  ],
  [
    "EPERM",
    (flag, allow) => ({ reason: "it is not permitted", fix: `${elsewhere(flag)}, or allow it with \`${allow()}\`` }),
  ],
  ["EISDIR", () => ({ reason: "a folder stands where a file has to go", fix: "move the folder away" })],
  ["ENOTDIR", fileInTheWay],
  ["EEXIST", fileInTheWay],
  ["ENAMETOOLONG", (flag) => ({ reason: "its name is too long", fix: `name a shorter path with \`${flag}\`` })],
  ["ENOENT", (flag) => ({ reason: "nothing can be made there", fix: elsewhere(flag) })],
  ["EMFILE", () => ({ reason: "too many files are open", fix: "allow more with `ulimit -n 4096`, and run again" })],
  ["ENFILE", () => ({ reason: "too many files are open", fix: "end other programs, and run again" })],
  ["EIO", () => ({ reason: "the disk does not answer as it should (EIO)", fix: "check the disk, and run again" })],
  ["EXDEV", (flag) => ({ reason: "it is on another disk than its folder", fix: `name it with \`${flag}\` itself` })],
  ["ELOOP", () => ({ reason: "it is a symbolic link that leads to itself", fix: "remove the link" })],
  ["EBUSY", () => ({ reason: "another program uses it", fix: "end that program, and run again" })],
]);

/** A symbolic link stands in the way. `target`: what it says. */
export function linkToNowhere(target: string): Refusal {
  return {
    reason: `it is a symbolic link to \`${target}\`, where nothing is`,
    fix: "make the folder that it leads to, or remove the link",
  };
}

function fileInTheWay(flag: string): Refusal {
  const fix = `move the file away, or name another folder with \`${flag}\``;
  return { reason: "a file stands where a folder has to be", fix, isInTheWay: true };
}

/** What an error of the file system means; undefined where it is an error of another kind. */
export function refusalOf(error: unknown, flag = "--output", allow = () => "chmod u+w"): Refusal | undefined {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return undefined;
  const code = String(error.code);
  return refusals.get(code)?.(flag, allow) ?? { reason: `the file system says ${code}`, fix: elsewhere(flag) };
}
