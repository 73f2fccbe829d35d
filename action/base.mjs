import { cannotCompare } from "./cannot-compare.mjs";
import { gitIn } from "./git.mjs";

/** The commit to compare with, fetched where it is not here; undefined where nothing was before. */
export function baseOf(named, event, folder) {
  const git = gitIn(folder);
  const head = commitOf(git, "HEAD");
  if (head === undefined)
    throw cannotCompare(`This is no git repository with a commit: ${git("rev-parse", "HEAD").why}`);
  const wanted = named || wantedBy(event, git);
  if (wanted === undefined) return undefined;
  const base = here(git, wanted) ?? fetched(git, wanted);
  if (event.isPull && base === head)
    throw cannotCompare("What is checked out is the base of the pull request: check out what it changes.");
  return git("rev-parse", "--short=12", base).text;
}

/** What the change of an event is made to. */
function wantedBy({ kind, payload, isPull }, git) {
  const { pull_request: pull, merge_group: group, repository = {} } = payload;
  if (isPull) return mergedInto(git, pull?.head?.sha) ?? forkPoint(git, hash(pull?.base?.sha));
  if (kind === "merge_group") return hash(group?.base_sha);
  if (kind !== "push") throw cannotCompare(`An event \`${kind}\` has no base: give the action the input \`base\`.`);
  if (/[^0]/.test(hash(payload.before))) return payload.before;
  // A branch that was not there before is held against the default one; a tag, or the first push of all, against nothing.
  const branch = String(repository.default_branch ?? "");
  const isNewBranch = String(payload.ref).startsWith("refs/heads/") && payload.ref !== `refs/heads/${branch}`;
  return isNewBranch && branch !== "" ? forkPoint(git, here(git, branch) ?? fetched(git, branch)) : undefined;
}

/** What actions/checkout takes by default: the merge of a pull request, whose first parent is exactly what it goes to. */
function mergedInto(git, head) {
  // A shallow clone has no parents, but the commit names them.
  const [lines = ""] = git("cat-file", "-p", "HEAD").text.split("\n\n");
  const parents = [...lines.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent]) => parent);
  return parents.length === 2 && parents[1] === head ? parents[0] : undefined;
}

/** Where a branch began: what its base got since then is no change of the branch. */
function forkPoint(git, base) {
  const isShallow = git("rev-parse", "--is-shallow-repository").text === "true";
  const { ok, text } = isShallow ? { ok: false } : git("merge-base", base, "HEAD");
  return ok ? text : base;
}

function hash(text) {
  if (/^[0-9a-f]{40,64}$/.test(text)) return text;
  throw cannotCompare("The event does not say what the change is made to: give the action the input `base`.");
}

/** The remote's branch before one of that name that may have stayed behind. */
function here(git, name) {
  return commitOf(git, `refs/remotes/origin/${name}`) ?? commitOf(git, name);
}

function fetched(git, name) {
  const isShallow = git("rev-parse", "--is-shallow-repository").text === "true";
  const args = ["fetch", "--no-tags", ...(isShallow ? ["--depth=1"] : []), "origin", name];
  const { ok, why } = name.startsWith("-") ? { ok: false, why: "it begins with `-`" } : git(...args);
  const commit = ok ? commitOf(git, "FETCH_HEAD") : undefined;
  if (commit !== undefined) return commit;
  throw cannotCompare(
    `The commit to compare with, \`${name}\`, is not in this clone, and can't be fetched: ${why}\nfix: give actions/checkout \`fetch-depth: 0\`, or run \`git ${args.join(" ")}\` before.`,
  );
}

function commitOf(git, name) {
  const { ok, text } = git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
  return ok ? text : undefined;
}
