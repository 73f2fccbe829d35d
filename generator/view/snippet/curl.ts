import type { ContractError } from "../../model/contract.js";
import { quoted } from "../../problem/shell.js";
import type { IndexedContract } from "../contract-index.js";
import { requestOf } from "./request.js";

/** A command that shows an answer as it is, with its status and its headers. */
export function curlSnippet(error: ContractError, index: IndexedContract): string {
  const { method, url } = requestOf(error, index);
  const how = method === "GET" ? "-i" : method === "HEAD" ? "-I" : `-i -X ${method}`;
  return `curl ${how} ${quoted(url)}`;
}
