import type { Contract } from "../model/contract.js";
import { messagesNowhere } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import { beginningOf } from "../read/lines.js";
import type { Entry } from "./entry.js";
import { type Held, held, wantsMessage } from "./held.js";
import { type Pattern, type Place, placesOf } from "./place.js";

/** A catalogue that was read. */
export interface Catalogue {
  readonly file: string;
  readonly entries: readonly Entry[];
}

/** What catalogues have of the codes of contracts. */
export interface MessagesReport {
  readonly catalogues: readonly Omit<Held, "problems">[];
  readonly problems: readonly Problem[];
}

interface Found {
  readonly catalogue: Catalogue;
  readonly contract: Contract;
  readonly places: readonly Place[];
  readonly share: number;
}

/**
 * Holds catalogues against contracts. Each catalogue is of those APIs of whose codes it has most; an API that none is of, and
 * a catalogue that is of none, are told of. `key`: how keys are made, as `{api}.errors.{code}`.
 */
export function holdCatalogues(
  catalogues: readonly Catalogue[],
  contracts: readonly Contract[],
  key: string | undefined,
): MessagesReport {
  const all = catalogues.map((catalogue) => contracts.map((contract) => findIn(catalogue, contract, key)));
  const found = all.map(ofThese);
  const without = [
    ...catalogues
      .filter((_, index) => found[index]?.length === 0)
      .map(({ file }) => ({ file, contract: contracts[0] })),
    ...contracts
      .filter((contract) => !found.flat().some((each) => each.contract === contract))
      .map((contract) => ({ file: catalogues[0]?.file ?? "", contract })),
  ];
  const nowhere = new Map(without.map((each) => [JSON.stringify([each.file, each.contract?.id]), each]));
  const results = found
    .flat()
    .flatMap(({ catalogue, contract, places }) =>
      places.map((place) => held(catalogue.file, catalogue.entries, place, contract)),
    );
  return {
    catalogues: results.map(({ problems: _, ...plain }) => plain),
    problems: [
      ...[...nowhere.values()].flatMap(({ file, contract }) => {
        const code = contract?.errors.find(wantsMessage)?.code;
        if (!contract || code === undefined) return [];
        return [{ ...messagesNowhere(contract.id, code, contracts.length === 1), position: beginningOf(file) }];
      }),
      ...results.flatMap(({ problems }) => problems),
    ],
  };
}

function findIn(catalogue: Catalogue, contract: Contract, key: string | undefined): Found {
  const codes = contract.errors.map(({ code }) => code);
  const places = placesOf(catalogue.entries, codes, key === undefined ? undefined : patternOf(key, contract.id));
  const most = Math.max(0, ...places.map(({ messages }) => messages.size));
  return { catalogue, contract, places, share: codes.length === 0 ? 0 : most / codes.length };
}

/**
 * Of the contracts whose codes a catalogue has some of, those that it is of: APIs share codes like `not_found`, so that few
 * codes of one are no messages of it beside many of another.
 */
function ofThese(found: readonly Found[]): Found[] {
  const best = Math.max(0, ...found.map(({ share }) => share));
  return found.filter(({ share }) => share > 0 && (share === best || share >= 0.5));
}

function patternOf(key: string, api: string): Pattern {
  const [prefix = "", suffix = ""] = key.replaceAll("{api}", api).split("{code}", 2);
  return { prefix, suffix };
}
