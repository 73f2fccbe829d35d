import type { Contract } from "../../model/contract.js";
import { errorsOfStatus, meaningOfStatus } from "../statuses.js";
import { errorLine, sections, type TerminalPage } from "./code-page.js";
import { type Screen, terminalText } from "./text.js";

/** The errors of a status or a range of them, of each API that has some. */
export function statusPage(status: string, contracts: readonly Contract[], screen: Screen): TerminalPage {
  const text = terminalText(screen);
  const listed = contracts.map((contract) => {
    const meaning = meaningOfStatus(status, contract);
    const errors = errorsOfStatus(status, contract).map((error) => errorLine(error, text));
    const said = errors.length > 0 && meaning !== undefined ? [text.prose(meaning, 2)] : [];
    return [`${contract.title} (${contract.id})`, [...said, ...errors]] as const;
  });
  return {
    title: text.heading(`Errors with status ${status}`),
    subtitle: undefined,
    facts: [],
    text: undefined,
    sections: sections(text, listed),
  };
}
