import { readdirSync, readFileSync } from "node:fs";

/** Any of the generated modules, seen as one of them: the tests drive all five through the same recipes. */
export type Api = typeof import("../../generated/tenantcore/index.js");

const generated = new URL("../../generated/", import.meta.url);

/** One error of a contract, as a server of that API would throw it. */
export interface ThrownCase {
  readonly id: string;
  readonly api: Api;
  readonly code: string;
  /** Whether the code stands in the body. */
  readonly wire: boolean;
  readonly make: () => ReturnType<Api["errors"]["http500"]>;
}

interface ContractJson {
  readonly envelopes: readonly { readonly requestId?: string }[];
  readonly errors: readonly { code: string; wire: boolean; details: unknown; headers: string[]; examples: never[] }[];
}

/** Every error of every API, thrown with the details of its example. */
export async function everyError(): Promise<ThrownCase[]> {
  const ids = readdirSync(generated, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["runtime", "docs"].includes(entry.name))
    .map(({ name }) => name);
  const cases = await Promise.all(
    ids.map(async (id) => {
      const api = (await import(new URL(`${id}/index.ts`, generated).href)) as Api;
      const contract = JSON.parse(readFileSync(new URL(`${id}/errors.json`, generated), "utf8")) as ContractJson;
      const requestId = contract.envelopes.some((envelope) => envelope.requestId) ? "req_42" : undefined;
      return contract.errors.map(({ code, wire, details, headers, examples: [example] }) => {
        const key = Object.entries(api.ErrorCode).find(([, value]) => value === code)?.[0] ?? code;
        const method = (key.charAt(0).toLowerCase() + key.slice(1)) as "http500";
        const retryAfter = headers.includes("Retry-After") ? 45 : undefined;
        const given = details === null ? [] : [api.parseError(example!).details];
        const make = () => api.errors[method](...(given as []), { requestId, retryAfter, message: `About ${code}.` });
        return { id, api, code, wire, make };
      });
    }),
  );
  return cases.flat();
}
