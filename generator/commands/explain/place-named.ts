import { operationAt } from "../../answers/operation-at.js";
import type { Contract } from "../../model/contract.js";

/**
 * The path, with its method where one is named, of the operation that a line is about: `GET https://acme.example/v1/orders/7`
 * is `GET /orders/{id}`. Of those of several APIs, the longest.
 */
export function placeNamed(text: string, contracts: readonly Contract[]): string | undefined {
  const [, method, given] = /^\s*(?:([A-Za-z]{3,7})\s+)?((?:https?:\/\/|\/)\S*)\s*$/.exec(text) ?? [];
  if (given === undefined) return undefined;
  const [best] = contracts
    .flatMap((contract) => operationAt(given, method?.toUpperCase(), contract) ?? [])
    .sort((a, b) => b.path.split("/").length - a.path.split("/").length);
  return best === undefined ? undefined : method === undefined ? best.path : `${best.method} ${best.path}`;
}
