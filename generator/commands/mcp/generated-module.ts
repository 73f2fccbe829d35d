import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { dialectOf } from "../../dialect.js";
import { shellWord } from "../../problem/shell.js";
import { shownPath } from "../../read/file.js";
import type { ReadApi } from "./workspace.js";

/** Where code of an API is generated, as a program names it; and what to run where that is not there. */
export interface GeneratedModule {
  readonly from: string;
  readonly missing: string | undefined;
}

export type HandlerLanguage = "typescript" | "python";

/** `file`: the program that is to import it; undefined: one in the working folder. Nothing of it is read. */
export function generatedModule(api: ReadApi, language: HandlerLanguage, file: string | undefined): GeneratedModule {
  const { target, contract } = api;
  const folder = resolve(target.output ?? "generated");
  const document = shellWord(target.name ?? shownPath(target.document));
  if (language === "python") {
    const steps = relative(".", join(folder, contract.id)).split(sep);
    const isThere = existsSync(join(folder, contract.id, "errors.py"));
    return {
      from: [
        ...(steps.every((step) => /^[A-Za-z_]\w*$/.test(step)) ? steps : ["generated", contract.id]),
        "errors",
      ].join("."),
      missing: isThere ? undefined : `npx openapi-errors generate ${document} --emit python`,
    };
  }
  const { importExtension } = dialectOf(folder, [target], {});
  const ending = { js: ".js", ts: ".ts", none: "" }[importExtension];
  const way = relative(file === undefined ? "." : dirname(resolve(file)), join(folder, contract.id)).replaceAll(
    "\\",
    "/",
  );
  const isThere = ["index.ts", "index.js"].some((name) => existsSync(join(folder, contract.id, name)));
  return {
    from: `${way.startsWith(".") ? way : `./${way}`}/index${ending}`,
    missing: isThere ? undefined : `npx openapi-errors generate ${document}`,
  };
}
