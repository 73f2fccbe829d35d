import { slugOf } from "../../model/document/settings.js";
import { readText, shownPath } from "../../read/file.js";
import { reservedIds } from "../../read/reserved-ids.js";
import { type Answers, type InitFlags, idFor } from "./answers.js";
import { type Ci, ciKinds } from "./ci-kinds.js";
import type { Place } from "./place.js";

/** Asks on a terminal for what no flag says; undefined where somebody breaks off. */
export async function ask(place: Place, flags: InitFlags, defaults: Answers): Promise<Answers | undefined> {
  // Loaded only here: no other run needs it.
  const { confirm, isCancel, select, text } = await import("@clack/prompts");

  const from =
    flags.from ??
    (await text({
      message: "An OpenAPI document to start from (none: a first one is written)",
      initialValue: defaults.from === undefined ? "" : shownPath(defaults.from),
      validate: (path) => (path ? unreadable(path) : undefined),
    }));
  if (isCancel(from)) return undefined;

  const id =
    flags.id ??
    (from ? "" : await text({ message: "What is the API called?", initialValue: idFor(place), validate: noId }));
  if (isCancel(id)) return undefined;

  const output = flags.output ?? (await text({ message: "Where is code written to?", initialValue: defaults.output }));
  if (isCancel(output)) return undefined;

  const python = flags.python ?? (await confirm({ message: "Python too, beside TypeScript?", initialValue: false }));
  if (isCancel(python)) return undefined;

  const ci =
    flags.ci ??
    (await select<Ci>({
      message: "What checks that the code is what the document says?",
      initialValue: defaults.ci,
      options: ciKinds.map((value) => ({ value, label: ciLabels[value] })),
    }));
  if (isCancel(ci)) return undefined;
  return { from: from || undefined, id: id || undefined, output: output || defaults.output, python, ci };
}

const ciLabels: Readonly<Record<Ci, string>> = {
  github: "GitHub Actions",
  gitlab: "GitLab CI",
  "pre-commit": "a pre-commit hook",
  none: "nothing yet",
};

function unreadable(path: string): string | undefined {
  const read = readText(path);
  return "reason" in read ? `It can't be read: ${read.reason}.` : undefined;
}

function noId(id = ""): string | undefined {
  if (reservedIds.has(id)) return "The word is reserved: use another.";
  return /^[a-z][a-z0-9_]*$/.test(id) ? undefined : `Lower-case letters, digits and \`_\`: \`${slugOf(id)}\`, say.`;
}
