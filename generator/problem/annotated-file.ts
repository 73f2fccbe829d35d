import { isAbsolute, relative, resolve } from "node:path";

/**
 * What an annotation calls a file. GitHub takes it from the root of the checkout, wherever a step runs: in a folder below, only
 * the whole path is right, which the runner makes one of the repository. A file of a revision (`main:openapi.yaml`) has none.
 */
export function annotatedFile(file: string): string {
  const isBelow = (inCheckout(process.cwd()) ?? "") !== "";
  return !isBelow || isAbsolute(file) || /^[^/\\]+:/.test(file) ? file : resolve(file);
}

/** The same for a report that is uploaded: from the root of the checkout, as code scanning has it. */
export function fileInCheckout(file: string): string {
  return inCheckout(process.cwd()) === undefined ? file : (inCheckout(resolve(file)) ?? file);
}

/** From the root of the checkout of GitHub Actions; undefined outside of it. */
function inCheckout(path: string): string | undefined {
  const { GITHUB_WORKSPACE: root } = process.env;
  const below = root ? relative(root, path) : "..";
  return isAbsolute(below) || /^\.\.(?:[/\\]|$)/.test(below) ? undefined : below.replaceAll("\\", "/");
}
