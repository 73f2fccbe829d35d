import type { ExtensionRule } from "../../read/extension-rule.js";
import { isMeantAsError } from "../../read/meant-as-error.js";
import { openEnums } from "./enum-extensions.js";

const enumText = { places: ["schema"], alongEnum: "text" } as const;

/** Extensions that are in use. */
export const builtInRules: readonly ExtensionRule[] = [
  { name: "x-error-codes" },
  { name: "x-errors", passesOver: isMeantAsError },
  { name: "x-problem-types" },
  { name: "x-endpoint-errors", places: ["operation", "response"] },
  { name: "x-codes", places: ["schema"] },
  ...openEnums.map((name): ExtensionRule => ({ name, places: ["schema"] })),
  { name: "x-ms-enum", ...enumText, code: ["value"] },
  { name: "x-enum-elements", ...enumText },
  { name: "x-enum-descriptions", ...enumText },
  { name: "x-enumDescriptions", ...enumText },
  { name: "x-enum-varnames", places: ["schema"], alongEnum: "title" },
];
