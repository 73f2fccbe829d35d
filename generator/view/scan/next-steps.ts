import { shellWord } from "../../problem/shell.js";
import type { ScanData } from "./scan-data.js";

/** A command, and what for. */
export type NextStep = readonly [command: string, purpose: string];

/**
 * What to type after a scan. `overlay`: the file it was written to, if any; it holds what `settings` made. `places`: the
 * options that every command needs again.
 */
export function nextSteps(
  data: ScanData,
  document: string,
  overlay: string | undefined,
  settings: readonly string[] = [],
  places: readonly string[] = [],
): NextStep[] {
  const again = overlay === undefined ? [...settings, ...places] : places;
  const command = (name: string, ...rest: string[]) =>
    `openapi-errors ${[name, shellWord(document), ...again, ...rest].join(" ")}`;
  const whole: NextStep = [command("scan", "--format json"), "all of it, as data"];
  if (data.coverage.errorResponses === 0) return [whole];
  if (overlay !== undefined)
    return [
      [command("generate", `--overlay ${shellWord(overlay)}`), "from the document and what the overlay says"],
      whole,
    ];
  return [
    [command("generate"), "types, a parser and test vectors from what was found"],
    ...(data.prepared
      ? []
      : [[command("scan", "--overlay errors.overlay.yaml"), "writes it down, to be completed by hand"] as const]),
    whole,
  ];
}
