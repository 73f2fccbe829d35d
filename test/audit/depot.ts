import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

/** A document with two operations, four codes and a retired one. */
const document = `openapi: 3.1.0
info: { title: Depot, version: "1.0.0" }
servers: [{ url: https://api.depot.example/v2 }]
x-error-contract:
  id: depot
  envelopes: [{ name: error, code: /error/code, message: /error/message, details: /error/details }]
paths:
  /crates/{id}:
    get:
      operationId: getCrate
      responses:
        "404": { $ref: "#/components/responses/NotFound" }
        "429": { $ref: "#/components/responses/Slow" }
    delete:
      operationId: deleteCrate
      responses:
        "404": { $ref: "#/components/responses/NotFound" }
        "409": { $ref: "#/components/responses/InUse" }
components:
  responses:
    NotFound: { description: Gone., content: { application/json: { schema: { $ref: "#/components/schemas/NotFound" }, example: { error: { code: crate_not_found, message: No. } } } } }
    InUse: { description: In use., content: { application/json: { schema: { $ref: "#/components/schemas/InUse" }, example: { error: { code: crate_in_use, message: No. } } } } }
    Slow: { description: Slow down., content: { application/json: { schema: { $ref: "#/components/schemas/Slow" }, example: { error: { code: slow_down, message: No., details: { limit: 5 } } } } } }
  schemas:
    Error:
      type: object
      required: [error]
      properties:
        error: { type: object, required: [code, message], properties: { message: { type: string } } }
    NotFound:
      description: There is no such crate.
      allOf: [{ $ref: "#/components/schemas/Error" }, { properties: { error: { properties: { code: { const: crate_not_found } } } } }]
    InUse:
      description: Somebody uses the crate.
      allOf: [{ $ref: "#/components/schemas/Error" }, { properties: { error: { properties: { code: { const: crate_in_use } } } } }]
    Slow:
      description: Too many requests.
      allOf:
        - $ref: "#/components/schemas/Error"
        - properties:
            error:
              properties:
                code: { const: slow_down }
                details: { type: object, required: [limit], properties: { limit: { type: integer } } }
    Sealed:
      description: A seal was broken.
      x-error: { retired: true }
      allOf: [{ $ref: "#/components/schemas/Error" }, { properties: { error: { properties: { code: { const: seal_broken } } } } }]
`;

/** A folder with openapi.yaml of the depot, and what else is to be in it. */
export function depotFolder(t: TestContext, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries({ "openapi.yaml": document, ...files }))
    writeFileSync(join(folder, name), content);
  return folder;
}

/** The body of an error of the depot. */
export function body(code: string, details?: unknown) {
  return { error: { code, message: "No.", ...(details !== undefined && { details }) } };
}

export function lines(...values: readonly unknown[]): string {
  return values.map((value) => `${typeof value === "string" ? value : JSON.stringify(value)}\n`).join("");
}
