import type { Contract } from "../../model/contract.js";
import { errorLine, sections, type TerminalPage } from "./code-page.js";
import { type Screen, terminalText } from "./text.js";

/** What an operation answers where it fails, in each API that has one of the id. */
export function operationPage(id: string, contracts: readonly Contract[], screen: Screen): TerminalPage {
  const text = terminalText(screen);
  const listed = contracts.map((contract) => {
    const given = contract.errors.filter(({ operations }) => operations.includes(id));
    return [`${contract.title} (${contract.id})`, given.map((error) => errorLine(error, text))] as const;
  });
  return {
    title: text.heading(`Errors of ${id}`),
    subtitle: undefined,
    facts: [],
    text: undefined,
    sections: sections(text, listed),
  };
}
