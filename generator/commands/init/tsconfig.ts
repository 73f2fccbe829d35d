import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { neededExtension } from "../../read/needed-extension.js";
import type { Draft } from "./draft.js";
import { dependsOn } from "./package-file.js";
import type { Place } from "./place.js";

/** A tsconfig.json for a project of npm that has none and begins here, or has TypeScript: else `tsc` has nothing to go by. */
export function tsconfigDraft({ folder, home, packageFile }: Place): Draft {
  // How the packages of a monorepo are compiled, its root decides.
  if (!packageFile || "problem" in packageFile || home !== folder) return {};
  const path = join(folder, "tsconfig.json");
  if (existsSync(path) || neededExtension(folder)) return {};
  const isEmpty = readdirSync(folder).every((name) => name.startsWith(".") || ofPackages.has(name));
  if (!isEmpty && !dependsOn(packageFile.value, "typescript")) return {};
  return { writings: [{ kind: "new", path, text: tsconfig }] };
}

/**
 * As prettier has it. TypeScript 6 and later ask for `rootDir` beside `outDir`. Without `include`, the first program is compiled
 * whether it stands here, as the import that is printed says, or below.
 */
const tsconfig = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["es2022", "dom"],
    "module": "nodenext",
    "strict": true,
    "skipLibCheck": true,
    "rootDir": ".",
    "outDir": "out"
  }
}
`;

/** What `npm install` leaves in an empty folder, and what `init` writes itself. */
const ofPackages: ReadonlySet<string> = new Set([
  ...["package.json", "package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb", "node_modules"],
  ...["openapi.yaml", "redocly.yaml", "generated"],
]);
