import { isAbsolute, relative, resolve } from "node:path";

/**
 * What an annotation calls a file. GitHub takes it from the root of the checkout, wherever a step runs: in a folder below, only
 * the whole path is right, which the runner makes one of the repository. A file of a revision (`main:openapi.yaml`) has none.
 */
export function annotatedFile(file: string): string {
  const { GITHUB_WORKSPACE: root } = process.env;
  const below = root ? relative(root, process.cwd()) : "";
  const isBelow = below !== "" && !isAbsolute(below) && !/^\.\.(?:[/\\]|$)/.test(below);
  return !isBelow || isAbsolute(file) || /^[^/\\]+:/.test(file) ? file : resolve(file);
}
