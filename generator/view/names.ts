import type { Contract, ContractError } from "../model/contract.js";
import { humanise, lastPart } from "../model/definitions/humanise.js";

/** The words of a code or an id, in whatever way it joins them: `EMAIL_TAKEN`, `email-taken` and `emailTaken` are alike. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** `EMAIL_TAKEN` gives `EmailTaken`. */
function pascalCase(name: string): string {
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

/** Names for every code of a contract; none stands for two. Those of retired codes stay theirs. */
export function nameCodes(contract: Pick<Contract, "id" | "errors" | "retired">): ReadonlyMap<string, CodeNames> {
  const all = [...contract.retired, ...contract.errors];
  const codes = all.map(({ code }) => code);
  const keys = codes.map(pascalCase);
  const known = new Set(codes);
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) (once.has(key) ? twice : once).add(key);
  const others: ReadonlySet<string> = new Set([...taken, errorTypeName(contract.id)]);
  const used = new Set(others);
  const numbers = new Map<string, number>();
  const freeOf = ([stem = "", ...more]: readonly string[]) => {
    // Where the name means something else in the file, it says that it is that of a code.
    const clear = others.has(`${stem}Error`) ? `${stem}Code` : stem;
    let name = [clear, ...more].find((candidate) => !used.has(`${candidate}Error`)) ?? clear;
    for (let number = numbers.get(clear) ?? 2; used.has(`${name}Error`); number += 1) {
      name = `${clear}${number}`;
      numbers.set(clear, number);
    }
    used.add(`${name}Error`);
    return name;
  };
  return new Map(
    all.map((error, i) => {
      const { code } = error;
      const own = keys[i] ?? "";
      const camel = own.charAt(0).toLowerCase() + own.slice(1);
      const unique = isIdentifier(own) && !twice.has(own) && !known.has(own) && (camel === code || !known.has(camel));
      const free = freeOf(typeNames(error).map((name) => name.replace(/(?<=.)Error$/, "")));
      return [
        code,
        { key: unique ? own : code, method: unique ? camel : code, type: `${free}Error`, details: `${free}Details` },
      ];
    }),
  );
}

/**
 * What the type of a code may be called, the best first: after the code, of a URI its end; after its title or meaning
 * where it is a number.
 */
export function typeNames({ code, title, meaning }: Pick<ContractError, "code" | "title" | "meaning">): string[] {
  const own = pascalCase(code);
  // Of two codes that differ in spelling only, the second keeps its own: `NOT_FOUND` beside `not_found`.
  const spelled = code.charAt(0).toUpperCase() + code.slice(1).replace(/[^A-Za-z0-9]+/g, "_");
  const after = [pascalCase(lastPart(code)), own, spelled].filter(isIdentifier);
  if (after.length > 0) return [...new Set(after)];
  const said = [title, meaning].filter((text) => text !== humanise(code) && isName(text)).map(pascalCase);
  return [...said, ...said.map((name) => `${name}${own}`), `Code${own}`].filter(isIdentifier);
}

/** Whether a text is so short and plain that it can name something. */
function isName(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && text.length <= 60 && wordsOf(text).length <= 6;
}

/** The union of an API's errors: `TenantcoreError`; `ListedApiError` where the files mean something else by `ListedError`. */
export function errorTypeName(id: string): string {
  const stem = pascalCase(id);
  return taken.includes(`${stem}Error`) ? `${stem}ApiError` : `${stem}Error`;
}
