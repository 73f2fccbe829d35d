// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated

import { conformPartly, none } from "./conform.js";
import type { ParserContract } from "./contract.js";
import { own } from "./pointer.js";
import { statusKeys } from "./status.js";

/**
 * The details of an error whose code is not listed: what of them the status-only error of its status declares, else any
 * other; as they came where none declares any.
 */
export function openDetails(details: unknown, { errors }: ParserContract, status: number): unknown {
  const mine = statusKeys(status).flatMap((key) => own(errors, `http_${key}`)?.details ?? []);
  const all =
    mine.length > 0
      ? mine.slice(0, 1)
      : Object.keys(errors)
          .filter(isStatusOnly)
          .flatMap((code) => errors[code]!.details ?? []);
  if (all.length === 0) return details;
  const checked = conformPartly(details, all);
  return checked === none ? undefined : checked;
}

function isStatusOnly(code: string): boolean {
  return /^http_\d/.test(code);
}
