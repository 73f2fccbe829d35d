import type { ChangeLevel } from "../../diff/rules.js";
import { shown } from "../../diff/witness-text.js";
import { annotatedFile } from "../../problem/annotated-file.js";
import type { DiffChange } from "./report.js";

/** Annotations of GitHub Actions. */
export function changesAnnotations(changes: readonly DiffChange[]): string {
  const value = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => value(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const kinds: Readonly<Record<ChangeLevel, string>> = { breaking: "error", warning: "warning", note: "notice" };
  return changes
    .filter(({ accepted }) => !accepted)
    .map(({ level, message, rule, after: { file, line, column } }) => {
      const place = `file=${property(annotatedFile(file))},line=${line},col=${column},title=${property(`openapi-errors: ${rule}`)}`;
      return `::${kinds[level]} ${place}::${value(shown(message))}\n`;
    })
    .join("");
}
