/** A document with text wherever an OpenAPI document may have some, each of its own; it is a contract that passes lint. */
export const richDocument = {
  openapi: "3.1.0",
  info: {
    title: "Rich API",
    summary: "All that can be said.",
    description: "What the API is for.",
    version: "1.0.0",
    termsOfService: "https://rich.example/terms",
    contact: { name: "The team", url: "https://rich.example/team", email: "team@rich.example" },
    license: { name: "A licence", url: "https://rich.example/licence" },
  },
  externalDocs: { description: "More to read", url: "https://rich.example/docs" },
  servers: [
    {
      url: "https://{region}.rich.example/v1",
      description: "Production",
      variables: { region: { default: "eu", description: "Where it runs", enum: ["eu", "us"] } },
    },
  ],
  tags: [
    {
      name: "Things",
      "x-displayName": "All things",
      description: "What there is.",
      externalDocs: { description: "About things", url: "https://rich.example/things" },
    },
  ],
  "x-tagGroups": [{ name: "Everything", tags: ["Things"] }],
  "x-error-contract": {
    id: "rich",
    envelopes: [
      {
        name: "error",
        code: "/error/code",
        message: "/error/message",
        details: "/error/details",
        requestId: "/error/request_id",
      },
    ],
    groups: [{ name: "Limits", description: "What has an end." }],
    statuses: { "429": "Too much at a time." },
  },
  paths: {
    "/things/{id}": {
      summary: "One thing",
      description: "A thing by its id.",
      parameters: [
        { name: "id", in: "path", required: true, description: "Which thing", schema: { type: "string", title: "Id" } },
      ],
      post: {
        operationId: "changeThing",
        tags: ["Things"],
        summary: "Change a thing",
        description: "Changes what is given.",
        externalDocs: { description: "About changing", url: "https://rich.example/changing" },
        requestBody: {
          description: "What to change",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
        },
        responses: {
          "200": {
            description: "It is changed.",
            headers: { "X-Cost": { description: "What it took", schema: { type: "integer" } } },
            links: { again: { operationId: "changeThing", description: "Once more" } },
          },
          "409": {
            description: "It can't be changed now.",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Locked" },
                examples: {
                  // A name that is a word of OpenAPI elsewhere.
                  default: {
                    summary: "Locked by another",
                    description: "Somebody was first.",
                    value: {
                      error: {
                        code: "thing_locked",
                        message: "The thing is locked.",
                        details: { by: "ann", note: "until noon", state: "open" },
                        request_id: "req_1",
                      },
                    },
                  },
                },
              },
            },
          },
          "429": {
            description: "Too many changes.",
            headers: { "Retry-After": { description: "Seconds", schema: { type: "integer" } } },
            content: { "application/json": { schema: { $ref: "#/components/schemas/TooMany" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        title: "Thing",
        description: "Something.",
        type: "object",
        properties: {
          colour: {
            type: "string",
            title: "Colour",
            description: "How it looks",
            enum: ["red", "blue"],
            default: "red",
          },
        },
      },
      Locked: {
        title: "Thing locked",
        description: "Another client changes the thing.",
        "x-error": {
          category: "conflict",
          retry: "backoff",
          causes: ["Two clients change it at a time"],
          resolution: "Try again a little later.",
          group: "Limits",
          since: "1.0",
        },
        type: "object",
        required: ["error"],
        properties: {
          error: {
            type: "object",
            required: ["code", "message", "details"],
            properties: {
              code: { const: "thing_locked" },
              message: { type: "string", description: "For people" },
              request_id: { type: "string" },
              details: {
                type: "object",
                title: "Who locked it",
                description: "What is known of the lock.",
                required: ["by"],
                properties: {
                  by: { type: "string", title: "Owner", description: "Who holds it", example: "ann" },
                  note: { type: "string", description: "Why", default: "none" },
                  state: { type: "string", description: "How it stands", enum: ["open", "closed"] },
                },
              },
            },
          },
        },
      },
      TooMany: {
        title: "Too many changes",
        description: "The client changes too much.",
        "x-error": { category: "rate_limit", retry: "after-delay", replacedBy: "thing_locked" },
        deprecated: true,
        type: "object",
        required: ["error"],
        properties: {
          error: {
            type: "object",
            required: ["code", "message"],
            properties: { code: { const: "too_many" }, message: { type: "string" }, request_id: { type: "string" } },
          },
        },
        example: { error: { code: "too_many", message: "Slow down.", request_id: "req_2" } },
      },
    },
  },
};
