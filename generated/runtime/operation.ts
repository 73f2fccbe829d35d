// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

type RangeOf<Status extends number> = `${Status}` extends `${infer First}${infer _Rest}` ? `${First}XX` : never;

/**
 * The codes that an operation may answer, from its codes by status key: `{ 402: "no_plan"; "4XX": "http_4XX" }`.
 * With a status: those of the exact key, else of its range, else of `default`.
 */
export type CodesOf<Codes, Status extends number = number> = number extends Status
  ? Codes[keyof Codes]
  : Status extends keyof Codes
    ? Codes[Status]
    : RangeOf<Status> extends keyof Codes
      ? Codes[RangeOf<Status>]
      : "default" extends keyof Codes
        ? Codes["default"]
        : never;
