import { type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { type Mock, type MockOptions, mock } from "../../generator/api/index.js";

/** A document with what a mock has to make answers of: servers, examples and their lack, headers, statuses without codes. */
export const harbour = `openapi: 3.1.0
info: { title: Harbour, version: "1.0.0" }
servers: [{ url: "https://{region}.harbour.example/v2", variables: { region: { default: eu } } }]
x-error-contract:
  id: harbour
  envelopes:
    - { name: error, code: /error/code, message: /error/message, details: /error/details, codeHeader: x-error-code }
paths:
  /ships:
    get:
      operationId: listShips
      responses:
        "200":
          description: All of them.
          headers: { X-Total: { required: true, schema: { type: integer, minimum: 2 } } }
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Ship" } } } }
        "429": { $ref: "#/components/responses/Slow" }
        "5XX": { $ref: "#/components/responses/Down" }
    post:
      operationId: addShip
      responses:
        "201": { description: It is there., content: { application/json: { example: { id: 7, name: Vega } } } }
        "409": { $ref: "#/components/responses/Taken" }
        "429": { $ref: "#/components/responses/Slow" }
  /ships/{id}:
    delete:
      operationId: removeShip
      responses:
        "204": { description: Gone. }
        "409": { $ref: "#/components/responses/Taken" }
        default: { $ref: "#/components/responses/Down" }
  /ships/mine:
    get: { operationId: ownShip, responses: { "200": { description: Yours., content: { text/plain: { example: Vega } } } } }
components:
  responses:
    Slow:
      description: Slow down.
      headers: { Retry-After: { required: true, schema: { type: integer } } }
      content: { application/json: { schema: { $ref: "#/components/schemas/Slow" } } }
    Taken:
      description: Somebody was there before.
      content:
        application/json:
          schema: { oneOf: [{ $ref: "#/components/schemas/NameTaken" }, { $ref: "#/components/schemas/BerthTaken" }] }
          examples:
            name: { value: { error: { code: name_taken, message: There is a Vega., details: { name: Vega } } } }
            other: { value: { error: { code: name_taken, message: There is an Orion., details: { name: Orion } } } }
            berth: { value: { error: { code: "berth, taken", message: Full. } } }
    Down: { description: It is down., x-error: { title: Down } }
  schemas:
    Ship:
      type: object
      required: [id]
      properties:
        id: { type: integer, minimum: 3 }
        name: { type: string, minLength: 6 }
        key: { type: string, writeOnly: true }
        flag: { type: string, enum: [red, green] }
        sister: { $ref: "#/components/schemas/Ship" }
        born: { type: string, format: date }
    Error:
      type: object
      required: [error]
      properties: { error: { type: object, required: [code, message], properties: { message: { type: string } } } }
    Slow:
      description: More requests came than are taken.
      allOf: [{ $ref: "#/components/schemas/Error" }, { properties: { error: { properties: { code: { const: slow_down } } } } }]
    BerthTaken:
      description: No berth is free.
      allOf:
        - { $ref: "#/components/schemas/Error" }
        - { properties: { error: { properties: { code: { const: "berth, taken" } } } } }
    NameTaken:
      description: The name is in use.
      allOf:
        - { $ref: "#/components/schemas/Error" }
        - properties:
            error:
              required: [details]
              properties:
                code: { const: name_taken }
                details: { type: object, required: [name], properties: { name: { type: string } } }
`;

/** A mock of it, closed behind the test. */
export async function mockHarbour(t: TestContext, options: MockOptions = {}): Promise<Mock> {
  const server = await mock({ path: "harbour.yaml", text: harbour }, options);
  t.after(() => server.close());
  return server;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request whose path and headers go out as they are: `fetch` would tidy them up, or refuse them. */
export function ask(
  url: string,
  { method = "GET", headers = {} as Record<string, string | string[]>, body = "" } = {},
): Promise<Answered> {
  const [, origin = "", path = ""] = /^(http:\/\/[^/]*)(.*)$/.exec(url) ?? [];
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, async (response) => {
      text(response).then(
        (read) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read }),
        reject,
      );
    });
    sent.once("error", reject).end(body);
  });
}

/** The code of an error that came as JSON; the text itself where it is none. */
export function codeIn({ body }: Answered): string {
  try {
    return (JSON.parse(body) as { error: { code: string } }).error.code;
  } catch {
    return body;
  }
}
