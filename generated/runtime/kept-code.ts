// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { ParserContract } from "./contract.js";
import { own } from "./pointer.js";

/** More than a code that a program could know of has. */
const maxCode = 2000;

/** A code as it is kept: whole where the contract lists it, else at most its start, which is printed and sent on. */
export function keptCode({ errors }: ParserContract, code: string): string {
  return own(errors, code) === undefined ? code.slice(0, maxCode) : code;
}
