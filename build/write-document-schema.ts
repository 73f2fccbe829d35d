import { readFileSync, writeFileSync } from "node:fs";
import { documentSchema } from "./document-schema.js";

export const documentSchemaFile = new URL("../schema/document.json", import.meta.url);
/** What `audit` prints, which `audit merge` takes. */
export const auditSchemaFile = new URL("../schema/report-audit.json", import.meta.url);

export function documentSchemaText(): string {
  return `${JSON.stringify(documentSchema(), null, 2)}\n`;
}

export function auditSchemaText(): string {
  return readFileSync(new URL("../generator/schema/audit.schema.json", import.meta.url), "utf8");
}

/** Schemas that others read follow those that this program checks by. No build writes them: an outdated one would pass unseen. */
export function writePublishedSchemas(): void {
  writeFileSync(documentSchemaFile, documentSchemaText());
  writeFileSync(auditSchemaFile, auditSchemaText());
}
