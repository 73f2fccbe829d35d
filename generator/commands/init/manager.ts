import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "./place.js";

/** How a project installs and runs what it needs. */
export interface Manager {
  /** What a checkout needs before anything runs, in CI; nothing where there is no package. */
  readonly install: readonly string[];
  /** Runs a program of the project's packages. */
  readonly run: string;
  /** Adds a package for development. */
  readonly add: string;
  readonly setup: readonly string[];
}

const node = "uses: actions/setup-node@v4\n        with: { node-version: 22 }";
const bun = "uses: oven-sh/setup-bun@v2";

/** By the file that it leaves beside package.json. */
const managers: readonly (readonly [lock: string, manager: Manager])[] = [
  ["package-lock.json", { install: ["npm ci"], run: "npx", add: "npm i -D", setup: [node] }],
  [
    "pnpm-lock.yaml",
    {
      install: ["corepack enable", "pnpm install --frozen-lockfile"],
      run: "pnpm exec",
      add: "pnpm add -D",
      setup: [node],
    },
  ],
  ["yarn.lock", { install: ["corepack enable", "yarn install"], run: "yarn run", add: "yarn add -D", setup: [node] }],
  ["bun.lock", { install: ["bun install --frozen-lockfile"], run: "bunx", add: "bun add -d", setup: [bun] }],
  ["bun.lockb", { install: ["bun install --frozen-lockfile"], run: "bunx", add: "bun add -d", setup: [bun] }],
];

/** The nearest lock file tells; npm where none does, and without a package npm's own way to run one that is not there. */
export function managerOf(
  { folder, home, repository, packageFile }: Place,
  version: string,
): Manager & { program: string } {
  for (const at of [folder, home, repository]) {
    const found = managers.find(([lock]) => existsSync(join(at, lock)))?.[1];
    // At the root of a workspace, pnpm wants to be told that this is meant.
    const isRoot = found?.run === "pnpm exec" && existsSync(join(home, "pnpm-workspace.yaml"));
    if (found) return { ...found, add: `${found.add}${isRoot ? " -w" : ""}`, program: `${found.run} openapi-errors` };
  }
  const npm = { run: "npx", add: "npm i -D", setup: [node] };
  if (packageFile) return { ...npm, install: ["npm install"], program: "npx openapi-errors" };
  return { ...npm, install: [], program: `npx --yes openapi-errors@${version}` };
}
