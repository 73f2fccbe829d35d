/** errors.json, as far as the comparison with another one looks at it. */
export interface Written {
  readonly envelopes: readonly object[];
  readonly errors: readonly { readonly code: string; readonly wire: boolean; readonly evidence: string }[];
  readonly operations: readonly { readonly responses: readonly { readonly codes: readonly string[] }[] }[];
}

const shown = ["response-example", "table", "prose", "extension"];

/** What examples and descriptions only showed, an overlay says: that, and nothing else, differs. */
export function alike({ errors, ...rest }: Written): Written {
  return {
    ...rest,
    errors: errors.map((error) => ({ ...error, evidence: shown.includes(error.evidence) ? "said" : error.evidence })),
  };
}
