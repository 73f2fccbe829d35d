import type { Finding } from "./problem.js";
import { suggest } from "./suggest.js";

/** Problems of the names by which a document speaks of its errors elsewhere. */

export function nameUnknown(what: string, name: string, known: readonly string[]): Finding {
  const meant = suggest(name, known);
  return {
    code: "rule-without-error",
    level: "error",
    message: `there is no ${what} \`${name}\``,
    fix: meant ? `write \`${meant}\`` : oneOf(known),
  };
}

/** `meant`: the code that took its place. */
export function nameRetired(name: string, meant: string | undefined): Finding {
  return {
    code: "rule-without-error",
    level: "error",
    message: `\`${name}\` is retired`,
    fix: meant === undefined ? "write a code that is sent" : `write \`${meant}\``,
  };
}

export function replacesItself(name: string): Finding {
  return {
    code: "rule-without-error",
    level: "error",
    message: `\`${name}\` can't take its own place`,
    fix: "name the code that takes its place, or leave `replacedBy` out",
  };
}

/** The first few are enough to see what they look like. */
export function oneOf(known: readonly string[]): string {
  const list = known.slice(0, 8).map((name) => `\`${name}\``);
  return `use one of ${list.join(", ")}${known.length > list.length ? " ..." : ""}`;
}
