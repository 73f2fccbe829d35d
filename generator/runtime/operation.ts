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
