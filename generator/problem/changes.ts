import type { Finding } from "./problem.js";
import { suggest } from "./suggest.js";

/** Problems of what was accepted and promised of changes between two contracts. */

export function exceptionExpired(rule: string, until: string): Finding {
  return {
    code: "exception-expired",
    level: "error",
    message: `\`${rule}\` was accepted until ${until}`,
    fix: "remove it where the change has landed; else look at the change again, and write a later `until`",
  };
}

export function exceptionUnmatched(rule: string): Finding {
  return {
    code: "exception-unmatched",
    level: "error",
    message: `\`${rule}\` is accepted here, and nothing of the kind has changed`,
    fix: "remove it",
  };
}

export function exceptionRuleUnknown(rule: string, rules: readonly string[]): Finding {
  const meant = suggest(rule, rules);
  return {
    code: "document-malformed",
    level: "error",
    message: `there is no rule \`${rule}\``,
    fix: meant ? `write \`${meant}\`` : "write one that `openapi-errors diff --rules` lists",
  };
}

export function exceptionDay(day: string): Finding {
  return {
    code: "document-malformed",
    level: "error",
    message: `\`${day}\` is no day of the calendar`,
    fix: "write it like `2027-01-31`",
  };
}

/** `needed`: the version that the changes ask for; undefined where the versions are not semantic. */
export function versionTooLow(version: string, old: string, needed: string | undefined): Finding {
  const asks = needed ?? "another one";
  return {
    code: "version-too-low",
    level: "error",
    message: `\`info.version\` is \`${version}\`: what changed since \`${old}\` asks for ${needed ? `\`${asks}\`` : asks}`,
    fix: `write \`version: ${needed ?? "<a new one>"}\``,
  };
}
