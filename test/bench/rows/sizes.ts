import { generated, kilobytes } from "./bundle.js";
import { own, specOf, specs } from "./own.js";
import { notInstalled } from "./peers.js";
import { runSide } from "./processes.js";
import { realDocument } from "./real.js";
import type { Figures, Outcome, Row, Setting } from "./row.js";
import { validatorSource } from "./validator-source.js";
import { contractOf } from "./validators.js";

/** What a browser loads: minified and gzipped. */
export const rows: readonly Row[] = [
  {
    name: "size",
    group: "size",
    work: "momail's parseError, minified and gzipped",
    against: "zod mini with the same checks",
    unit: "KB",
    target: 4.2,
    measure: besideZodMini,
  },
  {
    name: "size-github",
    group: "size",
    work: "GitHub's parseError, minified and gzipped",
    against: "nothing",
    unit: "KB",
    target: 9,
    measure: ofGithub,
  },
  ofImport("size-match", "momail's parseError, isError and match", ["parseError", "isError", "match"]),
  ofImport("size-fetch", "momail's parseError and errorFrom", ["parseError", "errorFrom"]),
  ofImport("size-retry", "momail's parseError and withRetry", ["parseError", "withRetry"]),
  {
    name: "size-five",
    group: "size",
    work: "the parseError of five APIs in one bundle",
    against: "nothing",
    unit: "KB",
    measure: ofFive,
  },
];

function ofImport(name: string, work: string, names: readonly string[]): Row {
  const measure = async (setting: Setting) => {
    const from = await generated(specOf("momail"), "momail", setting);
    return sized(await kilobytes(exporting(names), from), names.join(", "));
  };
  return { name, group: "size", work: `${work}, minified and gzipped`, against: "nothing", unit: "KB", measure };
}

function exporting(names: readonly string[], from = "."): string {
  return `export { ${names.join(", ")} } from "${from}/index.ts";`;
}

function sized(figure: number, checked: string, theirs?: number): Figures {
  return {
    figure,
    ours: { amount: figure, unit: "KB" },
    ...(theirs !== undefined && { theirs: { amount: theirs, unit: "KB" } }),
    spread: [figure, figure],
    runs: 1,
    checked,
  };
}

async function besideZodMini(setting: Setting): Promise<Outcome> {
  const from = await generated(specOf("momail"), "momail", setting);
  const ours = await kilobytes(exporting(["parseError"]), from);
  const source = validatorSource("zod-mini", contractOf(specOf("momail")));
  if (source === undefined) return notInstalled("zod");
  return sized(ours, "row zod-mini finds that both check the same", await kilobytes(source, from));
}

async function ofGithub(setting: Setting): Promise<Outcome> {
  const path = realDocument("github", setting);
  if (typeof path !== "string") return path;
  const from = await generated(path, "github", setting, "codes,errors");
  return sized(await kilobytes(exporting(["parseError"]), from), "parseError");
}

/** With one runtime for all, as one run writes it. */
async function ofFive({ folder, isShort }: Setting): Promise<Outcome> {
  const names = isShort ? specs.slice(-1) : specs;
  await runSide([own(["generate", ...names.map(specOf), "-o", "made", "--emit", "codes,errors"])], folder);
  const exported = names.map((name) => exporting([`parseError as ${name}`], `./made/${name}`));
  return sized(await kilobytes(exported.join("\n"), folder), `${names.length} exports`);
}
