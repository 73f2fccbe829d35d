import type { Finding } from "./problem.js";

/** Problems of keys on the way to an answer: what stands below one that means nothing is lost. */

export function statusMisspelt(key: string, meant: string | undefined): Finding {
  return misspelt(
    `\`${key}\` is no status: its answer counts for none`,
    meant === undefined ? "write three digits, `4XX`, `5XX` or `default`" : `write \`${meant}\``,
  );
}

export function methodMisspelt(key: string, meant: string | undefined, known: readonly string[]): Finding {
  const list = known.map((method) => `\`${method}\``).join(", ");
  return misspelt(
    `\`${key}\` is no method: there is no operation here`,
    meant === undefined ? `write one of ${list}` : `write \`${meant}\``,
  );
}

export function keyMisspelt(key: string, meant: string): Finding {
  return misspelt(`\`${key}\` means nothing here: what stands below it is not read`, `write \`${meant}\``);
}

/** Of an operation: it is called by its method and its path then. */
export function idMisspelt(key: string): Finding {
  return misspelt(`\`${key}\` means nothing here: the operation has no id`, "write `operationId`");
}

export function keywordMisspelt(key: string, meant: string): Finding {
  return {
    ...misspelt(`\`${key}\` is no keyword of a schema, and says nothing`, `write \`${meant}\``),
    level: "warning",
  };
}

/** A part of a body that stands above the place of bodies. `below`: what it belongs below. */
export function keyTooHigh(key: string, below: string): Finding {
  return misspelt(`\`${key}\` means nothing here: what stands below it is not read`, `write it below \`${below}\``);
}

function misspelt(message: string, fix: string): Finding {
  return { code: "key-misspelt", level: "error", message, fix };
}
