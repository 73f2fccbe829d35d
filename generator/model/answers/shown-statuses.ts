import type { Sources } from "../../read/reader.js";
import { tokensOf } from "../../runtime/pointer.js";
import { isCode } from "../definitions/codes.js";
import { examplesOf, nodesAt } from "../evidence/samples.js";
import type { ErrorResponse } from "./error-responses.js";

/** The statuses under which examples of answers show each code. */
export function shownStatuses(
  responses: readonly ErrorResponse[],
  follow: Sources["follow"],
): ReadonlyMap<string, ReadonlySet<string>> {
  const shown = new Map<string, Set<string>>();
  const seen = new Map<unknown, Set<string>>();
  for (const { response, branches } of responses)
    for (const { media, found } of branches) {
      const { key } = response;
      const pointer = found?.envelope.code;
      const known = seen.get(media.node.value) ?? new Set();
      seen.set(media.node.value, known);
      // Operations share their answers.
      if (pointer === undefined || known.has(`${key} ${pointer}`)) continue;
      known.add(`${key} ${pointer}`);
      for (const { value } of examplesOf(media, follow).flatMap((example) => nodesAt(example, tokensOf(pointer))))
        if (isCode(value)) shown.set(String(value), (shown.get(String(value)) ?? new Set()).add(key));
    }
  return shown;
}
