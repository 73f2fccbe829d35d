import { createHash } from "node:crypto";
import type { ContractError } from "../contract.js";

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * What the page of each code is called: the code itself, where that is a plain file name that no other differs from by
 * case alone; else what is left of it and a hash of it. At most 85 characters.
 */
export function pageNames(errors: readonly ContractError[]): ReadonlyMap<string, string> {
  const inLowerCase = new Map<string, number>();
  for (const { code } of errors) inLowerCase.set(code.toLowerCase(), (inLowerCase.get(code.toLowerCase()) ?? 0) + 1);
  return new Map(
    errors.map(({ code }) => {
      const verbatim = isPlain(code) && inLowerCase.get(code.toLowerCase()) === 1;
      return [code, verbatim ? code : hashedName(code)];
    }),
  );
}

/** Nothing that means more to a file system, a shell or a URL; and nothing that looks like a name with a hash. */
function isPlain(code: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_-])?$/.test(code) && !device.test(code) && !hashed.test(code);
}

const hashed = /-[0-9a-f]{32}$/i;

function hashedName(code: string): string {
  const stem = code
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    // Sites such as those of GitHub leave out files that begin with `_`.
    .replace(/^[-_]+|(?<!-)-+$/g, "")
    .slice(0, 50);
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 32);
  return `${device.test(stem) || stem === "" ? "code" : stem}-${hash}`;
}
