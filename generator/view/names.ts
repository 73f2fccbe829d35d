import type { Contract } from "../model/contract.js";

/** The words of a code or an id, in whatever way it joins them: `EMAIL_TAKEN`, `email-taken` and `emailTaken` are alike. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** `EMAIL_TAKEN` gives `EmailTaken`. */
export function pascalCase(name: string): string {
  return wordsOf(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join("");
}

/** Whether a name may stand in TypeScript without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}

/** The names that one code has in generated TypeScript. */
export interface CodeNames {
  /** Its key in `ErrorCode`: the code in Pascal case, or verbatim where that is no identifier or not unique. */
  readonly key: string;
  /** Its constructor on `errors`: the same in camel case. */
  readonly method: string;
  /** Its type: `EmailTakenError`. */
  readonly type: string;
  readonly details: string;
}

/** Names that generated files use for something else. */
const taken = [
  "ListedError",
  "UnlistedError",
  "ApiError",
  "ErrorCode",
  "ErrorInfo",
  "ErrorOf",
  "OperationErrors",
  "OperationId",
];

/** Names for every code of a contract; none stands for two. */
export function nameCodes(contract: Contract): ReadonlyMap<string, CodeNames> {
  const codes = contract.errors.map(({ code }) => code);
  const keys = codes.map(pascalCase);
  const known = new Set(codes);
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) (once.has(key) ? twice : once).add(key);
  const used = new Set([...taken, errorTypeName(contract.id)]);
  const numbers = new Map<string, number>();
  const freeOf = (stem: string) => {
    let name = stem;
    for (let number = numbers.get(stem) ?? 2; used.has(`${name}Error`); number += 1) {
      name = `${stem}${number}`;
      numbers.set(stem, number);
    }
    used.add(`${name}Error`);
    return name;
  };
  return new Map(
    codes.map((code, i) => {
      const own = keys[i] ?? "";
      const unique = isIdentifier(own) && !twice.has(own) && !known.has(own);
      const stem = (isIdentifier(own) ? own : `Code${own}`).replace(/Error$/, "");
      const free = freeOf(stem);
      const method = unique ? own.charAt(0).toLowerCase() + own.slice(1) : code;
      return [code, { key: unique ? own : code, method, type: `${free}Error`, details: `${free}Details` }];
    }),
  );
}

/** The union of an API's errors: `TenantcoreError`. */
export function errorTypeName(id: string): string {
  return `${pascalCase(id)}Error`;
}
