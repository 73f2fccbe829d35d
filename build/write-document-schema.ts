import { writeFileSync } from "node:fs";
import { documentSchema } from "./document-schema.js";

export const documentSchemaFile = new URL("../schema/document.json", import.meta.url);

export function documentSchemaText(): string {
  return `${JSON.stringify(documentSchema(), null, 2)}\n`;
}

/** The schema for editors follows those that check documents. No build writes it: an outdated one would pass unseen. */
export function writeDocumentSchema(): void {
  writeFileSync(documentSchemaFile, documentSchemaText());
}
