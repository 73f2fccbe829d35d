import type { Finding } from "./problem.js";

/** Problems of what an API is called. */

export function idReserved(id: string, free: string): Finding {
  return {
    code: "contract-id",
    level: "error",
    message: `\`${id}\` can't be the id of an API: the word is reserved`,
    fix: `write another \`id\` in \`x-error-contract\`, like \`${free}\``,
  };
}

/** `madeFrom` is the name or the title that the id comes from, where nobody wrote one. */
export function idTwice(id: string, other: string, free: string, madeFrom: string | undefined): Finding {
  const why = madeFrom === undefined ? "" : `: of \`${madeFrom}\` an id takes only Latin letters and digits`;
  return {
    code: "contract-id",
    level: "error",
    message: `\`${id}\` is the id of \`${other}\` too${why}`,
    fix: `write another \`id\` in \`x-error-contract\`, or below \`x-openapi-errors\` in redocly.yaml, like \`${free}\``,
  };
}
