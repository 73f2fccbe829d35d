import type { Contract } from "../../model/contract.js";
import { errorLine, sections, type TerminalPage } from "./code-page.js";
import { type Screen, terminalText } from "./text.js";

/** The ids of the operations that are meant by an id, or by a method and a path: `GET /orders`. */
export function operationsNamed(word: string, { operations }: Contract): string[] {
  const [first = "", second] = word.trim().split(/\s+/);
  // The path alone stands for all that is done there.
  const [method, path] = second === undefined ? [undefined, first] : [first.toUpperCase(), second];
  const isPlace = (operation: Contract["operations"][number]) =>
    operation.path === path && (method === undefined || operation.method === method);
  return operations.filter((operation) => operation.id === word || isPlace(operation)).map(({ id }) => id);
}

/** What an operation answers where it fails, in each API that has one of the id, or of the method and path. */
export function operationPage(word: string, contracts: readonly Contract[], screen: Screen): TerminalPage {
  const text = terminalText(screen);
  const listed = contracts.map((contract) => {
    const ids = operationsNamed(word, contract);
    const given = contract.errors.filter(({ operations }) => operations.some((id) => ids.includes(id)));
    return [`${contract.title} (${contract.id})`, given.map((error) => errorLine(error, text))] as const;
  });
  const hasErrors = listed.some(([, lines]) => lines.length > 0);
  return {
    title: text.heading(`Errors of ${word}`),
    subtitle: undefined,
    facts: [],
    text: hasErrors ? undefined : text.prose("The document says nothing of its errors."),
    sections: sections(text, listed),
  };
}
