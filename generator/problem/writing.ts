import type { Finding } from "./problem.js";
import type { Refusal } from "./refusal.js";
import { shellWord } from "./shell.js";

/** Problems of writing: what stands where output would go, and what the file system refuses. */

/** What a person may have completed is never written over. */
export function fileKept(file: string): Finding {
  return {
    code: "file-kept",
    level: "error",
    message: `\`${file}\` is there already, and says something else: nothing was written`,
    fix: "name another file with `--overlay` and take over what is new, or remove this one first",
  };
}

export function fileNotOurs(file: string): Finding {
  return {
    code: "file-not-ours",
    level: "error",
    message: `\`${file}\` was not generated, and stands where a generated file has to go: nothing was written`,
    fix: "name a folder with `--output` that holds nothing else, or move this file away",
  };
}

export function fileEdited(file: string, kept: string): Finding {
  return {
    code: "file-edited",
    level: "warning",
    message: `\`${file}\` is generated, and was edited since`,
    fix: `change the OpenAPI document instead; what stood there is kept as \`${kept}\`, unless \`--force\` is given`,
  };
}

export function fileOutdated(file: string): Finding {
  return {
    code: "file-outdated",
    level: "warning",
    message: `\`${file}\` is not generated any more, and was edited since it was: it stays as it is`,
    fix: "move it out of the output folder, or remove it; `--force` removes it",
  };
}

/** `isKept`: whether the pages stay as they are; else they are made without the API. */
export function docsShared(api: string, index: string, isKept: boolean): Finding {
  const now = isKept ? "stays as it is, and so do the other pages" : "is made without it, and so are the other pages";
  return {
    code: "docs-shared",
    level: "note",
    message: `\`${api}\` has the same output, and can't be read: \`${index}\` ${now} that all APIs there share`,
    fix: `\`openapi-errors lint ${shellWord(api)}\` says what is wrong with it`,
  };
}

/** `what`: what the folder is, or holds. */
export function outputRefused(folder: string, what: string): Finding {
  return {
    code: "output-refused",
    level: "error",
    message: `\`${folder}\` can't be the output: it ${what}`,
    fix: "name a folder that is for generated files alone, as `--output generated` does",
  };
}

export function outputLink(file: string): Finding {
  return {
    code: "output-link",
    level: "error",
    message: `\`${file}\` is a symbolic link: nothing is written through one inside the output`,
    fix: "remove the link, or name the folder that it leads to with `--output`",
  };
}

/** `init` writes into folders that hold much else. */
export function linkOutside(file: string): Finding {
  return {
    code: "output-link",
    level: "error",
    message: `\`${file}\` is a symbolic link that leads out of this project, or nowhere: nothing was written`,
    fix: "put the file or folder itself in the place of the link",
  };
}

export function outputLocked(folder: string, lock: string): Finding {
  return {
    code: "output-locked",
    level: "error",
    message: `another run is writing to \`${folder}\``,
    fix: `try again when it has ended; if there is none, remove \`${lock}\``,
  };
}

/** What the file system refused: a full disk, a missing permission, a folder in the place of a file. */
export function fileUnwritable(file: string, { reason, fix }: Refusal): Finding {
  return { code: "file-unwritable", level: "error", message: `\`${file}\` can't be written: ${reason}`, fix };
}
