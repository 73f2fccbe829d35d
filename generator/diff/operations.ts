import { isJsonType } from "../runtime/body.js";
import type { OperationData } from "../view/data/contract-data.js";
import type { Difference } from "./change.js";
import { keptOperations } from "./kept-operations.js";
import type { Side } from "./side.js";
import { someOf } from "./statuses.js";

/** Operations that went, or are called otherwise; and the forms of their bodies. */
export function compareOperations(before: Side, after: Side): Difference[] {
  const now = new Map(after.data.operations.map((operation) => [operation.id, operation]));
  const kept = keptOperations(before, after);
  const renamed = [...kept].filter(([from, to]) => from !== to);
  const removed = before.data.operations.filter(({ id, responses }) => !kept.has(id) && responses.length > 0);
  return [
    ...renamed.map(
      ([from, to]): Difference => ({
        rule: "operation-renamed",
        operations: [from],
        message: `\`${from}\` is \`${to}\` now`,
      }),
    ),
    ...(removed.length === 0
      ? []
      : [
          {
            rule: "operation-removed" as const,
            operations: removed.map(({ id }) => id),
            message: `${removed.length === 1 ? "an operation is" : "operations are"} gone: ${someOf(removed.map(({ id }) => id))}`,
          },
        ]),
    ...mediaTypes(before, now, kept),
  ];
}

/** The same change in many operations is one. */
function mediaTypes(
  before: Side,
  now: ReadonlyMap<string, OperationData>,
  kept: ReadonlyMap<string, string>,
): Difference[] {
  const groups = new Map<string, { lost: string; gained: string; operations: Set<string> }>();
  for (const { id, responses } of before.data.operations)
    for (const { status, mediaTypes: had } of responses) {
      const has = now.get(kept.get(id) ?? id)?.responses.find((response) => response.status === status)?.mediaTypes;
      if (!has || !had.some(isJsonType) || has.length === 0 || has.some(isJsonType)) continue;
      const [lost, gained] = [had.filter(isJsonType).join(", "), has.join(", ")];
      const group = groups.get(`${lost} ${gained}`) ?? { lost, gained, operations: new Set<string>() };
      group.operations.add(id);
      groups.set(`${lost} ${gained}`, group);
    }
  return [...groups.values()].map(({ lost, gained, operations }) => ({
    rule: "media-type-changed",
    operations: [...operations],
    about: `${lost} ${gained}`,
    message: `bodies come as ${gained} instead of ${lost} from ${someOf([...operations])}`,
  }));
}
