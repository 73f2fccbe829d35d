// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

/** What a contract may call a status, the most precise first: `"404"`, `"4XX"` and `"default"`. */
export function statusKeys(status: number): [exact: string, range: string, all: string] {
  return [`${status}`, `${Math.trunc(status / 100)}XX`, "default"];
}

/** Whether the statuses of a contract hold this one. */
export function coversStatus(statuses: readonly string[], status: number): boolean {
  return statuses.includes(`${status}`) || statusKeys(status).some((key) => statuses.includes(key));
}
