import type { Finding } from "./problem.js";

/** Problems of message catalogues, as `messages` finds them. */

interface Wanted {
  readonly code: string;
  readonly key: string;
  readonly title: string;
}

/** Of which API, and of a catalogue that holds several languages in which one. */
interface Where {
  readonly api: string;
  readonly language: string | undefined;
}

/** How many codes are told of in words. */
const maxNames = 12;
const maxLines = 3;

export function messagesMissing(missing: readonly Wanted[], where: Where): Finding {
  return lacking(missing, where, "no message", "add");
}

/** Keys that are there, and whose text is none. */
export function messagesEmpty(empty: readonly Wanted[], where: Where): Finding {
  return lacking(empty, where, "a key and no message", "write");
}

function lacking(wanted: readonly Wanted[], { api, language }: Where, what: string, verb: string): Finding {
  const codes = listed(
    wanted.map(({ code }) => `\`${code}\``),
    maxNames,
  );
  const have = wanted.length === 1 ? `1 code of \`${api}\` has` : `${wanted.length} codes of \`${api}\` have`;
  const inLanguage = language === undefined ? "" : ` in \`${language}\``;
  const lines = wanted.map(({ key, title }) => `\`${key}\`: ${JSON.stringify(title)}`);
  return {
    code: "message-missing",
    level: "error",
    message: `${have} ${what}${inLanguage}: ${codes}`,
    fix: `${verb} ${listed(lines, maxLines)}`,
  };
}

export function xmlBroken(reason: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `this is no XML: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    fix: "close each element before the one around it, and write `&amp;` and `&lt;` for `&` and `<`",
  };
}

/** No key of any catalogue is that of a code. */
export function messagesNowhere(api: string, code: string, isOne: boolean): Finding {
  return {
    code: "message-missing",
    level: "error",
    message: `no key here is that of a code of \`${api}\`, like \`${code}\``,
    fix: isOne
      ? 'say how keys are made of codes, like `--key "errors.{code}"`'
      : 'name the contracts that these messages are of with `--contract`, or say how keys are made, like `--key "{api}.{code}"`',
  };
}

export function messageMisspelt(name: string, code: string, meant: string, api: string): Finding {
  return {
    code: "message-misspelt",
    level: "error",
    message: `\`${name}\` is no code of \`${api}\`, and \`${code}\` has no message`,
    fix: `write \`${meant}\``,
  };
}

export function fillsNothing(
  name: string,
  code: string,
  fillers: readonly string[],
  meant: string | undefined,
): Finding {
  const held =
    fillers.length === 0
      ? "nothing"
      : listed(
          fillers.map((each) => `\`${each}\``),
          maxNames,
        );
  return {
    code: "message-placeholder",
    level: "warning",
    message: `nothing fills \`${name}\`: the details of \`${code}\` hold ${held}`,
    fix: meant === undefined ? "say it without that, or declare it in the details" : `write \`${meant}\``,
  };
}

function listed(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(", ")}, and ${more} more` : names.join(", ");
}
