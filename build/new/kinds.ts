import { readdirSync, readFileSync } from "node:fs";
import { problemCodes } from "../../generator/problem/meanings.js";
import { emitterNames } from "../../generator/render/emitters.js";
import { newCommand } from "./command.js";
import { newEmitter } from "./emitter.js";
import { faultOf } from "./names.js";
import { type Plan, Refused } from "./plan.js";
import { newProblem } from "./problem.js";

const generator = new URL("../../generator/", import.meta.url);

interface Kind {
  readonly plan: (name: string) => Plan;
  /** How many words a name has at the least. */
  readonly words: number;
  readonly taken: () => readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  problem: { plan: newProblem, words: 2, taken: () => problemCodes },
  // What is called after an emitter stands beside the files of the others, and its view in a folder of the views.
  emitter: {
    plan: newEmitter,
    words: 1,
    taken: () => [...emitterNames, ...readdirSync(new URL("view/", generator)), "errors", "catalog", "runtime"],
  },
  command: { plan: newCommand, words: 1, taken: () => ["help", ...commandNames()] },
};

function commandNames(): string[] {
  const texts = ["command-line.ts", "commands/comparing.ts"].map((file) =>
    readFileSync(new URL(file, generator), "utf8"),
  );
  return texts.flatMap((text) => [...text.matchAll(/\.command\("([^"]+)"\)/g)]).map(([, name]) => name!);
}

/** One plan for all that is asked for. */
export function planFor(args: readonly string[]): Plan {
  const pairs = args.flatMap((kind, index) => (index % 2 === 0 ? [[kind, args[index + 1] ?? ""] as const] : []));
  if (pairs.length === 0 || pairs.some(([kind, name]) => !Object.hasOwn(kinds, kind) || name === ""))
    throw new Refused(`usage: npm run new -- ${Object.keys(kinds).join("|")} NAME, as often as you like`);
  const plans = pairs.map(([kind, name]) => {
    const { plan, words, taken } = kinds[kind]!;
    const fault = faultOf(name, words, taken());
    if (fault !== undefined) throw new Refused(fault);
    return plan(name);
  });
  return {
    creates: Object.assign({}, ...plans.map(({ creates }) => creates)),
    edits: plans.flatMap(({ edits }) => edits),
    renews: [...new Set(plans.flatMap(({ renews }) => renews))],
    later: plans.flatMap(({ later = [] }) => later),
  };
}
