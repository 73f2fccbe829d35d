import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { temporaryFolder } from "../support/cli.js";

/** A document whose only error stands in another file. */
function documentOf(id: string): string {
  return `openapi: 3.1.0
info: { title: ${id}, version: 1.0.0 }
x-error-contract:
  id: ${id}
  envelopes:
    - { name: error, code: /code, message: /message, details: /details }
paths:
  /things:
    get:
      operationId: listThings
      responses:
        "404":
          description: There is none.
          content:
            application/json:
              schema: { $ref: "../shared/${id}-errors.yaml#/NoThing" }
              example: { code: no_thing, message: There is none., details: { id: a } }
`;
}

const errors = `NoThing:
  title: No thing
  description: There is no such thing.
  x-error: { category: not_found, resolution: Ask for another one. }
  type: object
  required: [code, message, details]
  properties:
    code: { const: no_thing }
    message: { type: string }
    details: { type: object, required: [id], properties: { id: { type: string } } }
`;

const overlay = `overlay: 1.0.0
info: { title: Ours, version: 1.0.0 }
actions:
  - target: $.info
    update: { description: As we call it. }
`;

/** Two APIs of one folder, with all that a run reads: by name, what it says. */
export const inputs: Readonly<Record<string, string>> = {
  "redocly.yaml": `apis:
  first:
    root: apis/first.yaml
    x-openapi-errors: { output: generated, emit: [codes, errors, json, markdown] }
  second:
    root: apis/second.yaml
    x-openapi-errors: { output: generated, emit: [codes, json, markdown], overlay: ours.overlay.yaml }
`,
  "apis/first.yaml": documentOf("first"),
  "apis/second.yaml": documentOf("second"),
  "shared/first-errors.yaml": errors,
  "shared/second-errors.yaml": errors,
  "ours.overlay.yaml": overlay,
  "tsconfig.json": '{ "compilerOptions": { "module": "nodenext" } }\n',
  // The root of the project, and where runs of it keep what they remember.
  "package.json": "{}\n",
  "node_modules/.keep": "",
};

export function projectFolder(t: TestContext): string {
  const folder = temporaryFolder(t);
  for (const [path, text] of Object.entries(inputs)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
