import type { Contract, ContractError, Operation } from "../../model/contract.js";
import { urlPart } from "../../problem/url.js";
import type { IndexedContract } from "../contract-index.js";
import { operationsOf } from "../operations.js";

/** A request that may be answered with an error. */
export interface SampleRequest {
  readonly method: string;
  readonly url: string;
}

/** Stands for the server of an API whose document names none. */
const someServer = "https://api.example.com";

/** A request to the first operation that gives the error; what is variable in its path is left in capitals. */
export function requestOf(error: ContractError, index: IndexedContract): SampleRequest {
  const [operation] = operationsOf(error, index);
  return requestTo(operation, index.contract);
}

/** A request to an operation; without one, to the server. */
export function requestTo(operation: Operation | undefined, contract: Contract): SampleRequest {
  const server = contract.server ?? someServer;
  if (!operation) return { method: "GET", url: `${server}/` };
  const path = operation.path.replace(/\{([^{}]*)\}/g, (_, name: string) => name.toUpperCase());
  return { method: operation.method, url: server + path.split("/").map(encodeStep).join("/") };
}

/** One step of a path in a URL, without anything that a shell would read. */
function encodeStep(step: string): string {
  const text = step.replace(/\p{Cs}/gu, "\ufffd");
  return urlPart(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
