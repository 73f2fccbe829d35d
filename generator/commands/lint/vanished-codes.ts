import { hasMeaningOf } from "../../diff/codes.js";
import type { ContractError } from "../../model/contract.js";
import { allCodes } from "../../model/derived/all-codes.js";
import { codeReused, codeVanished } from "../../problem/contract.js";
import type { Position, Problem } from "../../problem/problem.js";
import type { ContractResult } from "../../read-contract.js";
import { valueAt } from "../../runtime/pointer.js";
import { errorJson } from "../../view/data/contract-json.js";

type Read = NonNullable<ContractResult["read"]>;

/**
 * Codes that a revision has, retired ones among them, and the document has no more; and retired ones that mean something
 * else now. `placeOf`: a place of the revision, as people name it.
 */
export function vanishedCodes(before: Read, now: Read, placeOf: (position: Position) => string): Problem[] {
  // What is wrong there is the reason, and told of.
  if (now.losesCodes) return [];
  const has = new Map(allCodes(now.contract).map((error) => [error.code, error]));
  return allCodes(before.contract)
    .filter(({ wire }) => wire)
    .flatMap((was) => {
      const is = has.get(was.code);
      const place = placeOf(before.positionOf(was.source));
      if (!is) return [vanished(was, place, now)];
      if (!was.retired || is.retired || hasMeaningOf(errorJson(was), errorJson(is))) return [];
      return [{ ...codeReused(was.code, place), position: now.positionOf(is.source) }];
    });
}

const listing: readonly ContractError["evidence"][] = ["const", "enum", "extension"];

function vanished(was: ContractError, place: string, { document, positionOf }: Read): Problem {
  const { code, wireType, statuses, evidence, source, retired } = was;
  const [status, ...others] = statuses;
  const stated = others.length === 0 && /^\d+$/.test(status ?? "") ? status : undefined;
  const isHere = (component: string) => valueAt(document, component.slice(1)) !== undefined;
  const own =
    evidence === "const" && !isHere(source) ? /^#\/components\/schemas\/([\w.-]+)$/.exec(source)?.[1] : undefined;
  const named = { code, isNumber: wireType === "integer", status: stated };
  const at = [source, "#/components/schemas", "#/components"].find((each) => each.startsWith("#/") && isHere(each));
  const problem = { ...codeVanished(named, place, retired, own), position: positionOf(at ?? "") };
  // What nobody listed, nobody promised.
  return listing.includes(evidence) ? problem : { ...problem, level: "note" };
}
