import type { Held } from "../catalogue/held.js";
import { contractsOf } from "../commands/audit/contracts.js";
import { messagesOf } from "../commands/messages.js";
import type { Problem } from "../problem/problem.js";
import { askedFor } from "./asked.js";
import type { DocumentInput, Documents, ReadOptions } from "./options.js";

/** How catalogues and contracts are read. */
export interface MessagesOptions extends ReadOptions {
  /** How keys are made of codes: `errors.{code}`, `{api}.{code}`. Default: as most keys of a catalogue are. */
  readonly key?: string | undefined;
}

/** The messages that one API has in a catalogue, or of one that holds several languages in one of these. */
export type MessagesHeld = Omit<Held, "problems">;

/** What `messages` found. */
export interface MessagesResult {
  /** Of each catalogue, for each API that it is of. None where a catalogue or a contract can't be read. */
  readonly catalogues: readonly MessagesHeld[];
  /** Codes without a message, keys that are almost codes, placeholders that nothing fills, and what can't be read. */
  readonly problems: readonly Problem[];
}

/**
 * Says which codes message catalogues lack, as `openapi-errors messages` does. Contracts are documents or errors.json files.
 *
 * @example
 * const { catalogues } = await messages("locales/de.json", "openapi.yaml");
 * for (const { key, missing } of catalogues) console.log(key, missing.map(({ code }) => code));
 */
export async function messages(
  catalogues: DocumentInput | readonly DocumentInput[],
  documents?: Documents,
  { key, ...options }: MessagesOptions = {},
): Promise<MessagesResult> {
  const asked = askedFor(documents, options);
  const contracts = await contractsOf(asked.targets, options.root);
  const { report, problems } = await messagesOf(isList(catalogues) ? catalogues : [catalogues], contracts, key);
  return { ...report, problems: [...asked.problems, ...problems] };
}

function isList(catalogues: DocumentInput | readonly DocumentInput[]): catalogues is readonly DocumentInput[] {
  return Array.isArray(catalogues);
}
