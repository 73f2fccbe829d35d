/** The parts of errors.json that inference decides. */
export interface ErrorsJson {
  readonly envelopes: readonly object[];
  readonly errors: readonly {
    readonly code: string;
    readonly wire: boolean;
    readonly statuses: readonly string[];
    readonly evidence: string;
    readonly title: string;
    readonly meaning: string;
    readonly retry: string;
  }[];
  readonly operations: readonly {
    readonly method: string;
    readonly path: string;
    readonly responses: readonly {
      readonly status: string;
      readonly codePointer: string | null;
      readonly codes: readonly string[];
    }[];
  }[];
  readonly coverage: object;
}

/** Short enough to be read: envelopes, a line for each code, a line for each answer. */
export function summaryOf({ envelopes, errors, operations, coverage }: ErrorsJson) {
  return {
    envelopes,
    codes: errors
      .filter(({ wire }) => wire)
      .map(({ code, statuses, evidence, retry, title, meaning }) =>
        [code, statuses.join(" "), evidence, retry, title, meaning].join(" | "),
      ),
    answers: operations.flatMap(({ method, path, responses }) =>
      responses.map(
        ({ status, codePointer, codes }) => `${method} ${path} ${status} ${codePointer ?? "-"} ${codes.join(" ")}`,
      ),
    ),
    coverage,
  };
}
