import { textAt } from "../../read/source.js";
import type { ContractError, Status } from "../contract.js";
import { byStatus, type OperationNode } from "../document/operations.js";
import type { Settings } from "../document/settings.js";
import { reasonPhrases } from "../texts/reason-phrases.js";

/** What every status of the document means: as the contract says it, else its status-only error, else its reason phrase. */
export function readStatuses(
  operations: readonly OperationNode[],
  errors: readonly ContractError[],
  settings: Settings,
): Status[] {
  const used = operations.flatMap(({ responses }) => responses);
  const keys = new Set([...used.map(({ key }) => key), ...settings.meanings.keys()]);
  return [...keys].sort(byStatus).map((key) => {
    const statusOnly = errors.find(({ wire, statuses }) => !wire && statuses.includes(key));
    const described = new Set(
      used.filter((response) => response.key === key).map(({ node }) => textAt(node, "description")),
    );
    const only = described.size === 1 ? [...described][0] : undefined;
    const meaning = settings.meanings.get(key) ?? statusOnly?.meaning ?? only ?? reasonPhrase(key);
    return { status: /^\d+$/.test(key) ? Number(key) : key, meaning: meaning || reasonPhrase(key) };
  });
}

/** The reason phrase that goes with a status (RFC 9110, section 15). */
export function reasonPhrase(key: string): string {
  if (key === "default") return "Any other error";
  if (key.endsWith("XX"))
    return key.startsWith("4") ? "Client error" : key.startsWith("5") ? "Server error" : `Status ${key}`;
  return reasonPhrases[key] ?? `Status ${key}`;
}
