import type { Finding } from "./problem.js";

/** Problems of references: what they lead to is not read. */

export function referenceDangling(reference: string, suggestion: string | undefined): Finding {
  return {
    code: "reference-dangling",
    level: "error",
    message: `\`${reference}\` leads nowhere`,
    fix: suggestion === undefined ? "add what it names, or remove the reference" : `write \`${suggestion}\``,
  };
}

/** A `$ref` that is no text: an empty one, or a number. */
export function referenceNoText(): Finding {
  return {
    code: "reference-dangling",
    level: "error",
    message: "`$ref` is no text, and leads nowhere",
    fix: "write what it leads to in quotes, or remove it",
  };
}

export function referenceCircular(reference: string): Finding {
  return {
    code: "reference-dangling",
    level: "error",
    message: `\`${reference}\` leads back to itself: nothing but references stands on the way`,
    fix: "write what is meant in the place of one of them",
  };
}

export function referencePutWrong(key: string, reference: string): Finding {
  return {
    code: "key-misspelt",
    level: "error",
    message: `\`${key}\` means nothing here: \`${reference}\` is not read`,
    fix: "write `$ref`",
  };
}

/** `holds`: the first names of what is there instead; `meant`: references to what belongs there, below it. */
export function referenceToOther(
  reference: string,
  kind: string,
  holds: readonly string[],
  meant: readonly string[],
): Finding {
  const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
  const write = `write ${meant.length > 1 ? "one of " : ""}${list(meant)}`;
  return {
    code: "reference-dangling",
    level: "error",
    message: `\`${reference}\` leads to no ${kind}${holds.length === 0 ? "" : `: it holds ${list(holds)}`}`,
    fix: meant.length === 0 ? "refer to what is one, or write it here" : write,
  };
}

export function referenceOutside(reference: string, root: string): Finding {
  return {
    code: "reference-outside",
    level: "error",
    message: `\`${reference}\` leads out of \`${root}\`: only files below it are read, and never the network`,
    fix: "copy the file below that folder, or name a wider one with `--root`",
  };
}

export function referenceToUrl(reference: string, root: string): Finding {
  return {
    code: "reference-outside",
    level: "error",
    message: `\`${reference}\` is a URL: only files below \`${root}\` are read, and never the network`,
    fix: "copy what it leads to into a file below that folder, and write the path of that file",
  };
}

export function referencesTooMany(limit: number): Finding {
  return {
    code: "reference-dangling",
    level: "error",
    message: `more than ${limit} references stand one behind the other here`,
    fix: "refer to what the last of them leads to",
  };
}
