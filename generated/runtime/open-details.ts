// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { codeIndex } from "./code-index.js";
import { conformPartly, none } from "./conform.js";
import type { ParserContract } from "./contract.js";
import { own } from "./pointer.js";
import { statusKeys } from "./status.js";

/**
 * The details of an error whose code is not listed: what of them the status-only error of its status declares, else any
 * other; as they came where none declares any.
 */
export function openDetails(details: unknown, contract: ParserContract, status: number): unknown {
  const mine = statusKeys(status).map((key) => own(contract.errors, `http_${key}`)?.details);
  const first = mine.find((shape) => shape !== undefined);
  const shapes = first ? [first] : codeIndex(contract).openShapes;
  if (shapes.length === 0) return details;
  const checked = conformPartly(details, shapes);
  return checked === none ? undefined : checked;
}
