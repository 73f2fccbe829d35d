import type { RecordedAnswer } from "../recorded-answer.js";

export const answers: readonly RecordedAnswer[] = [
  {
    name: "a request id that stands only in a header",
    answer: {
      status: 404,
      headers: [["X-REQUEST-ID", "edge-77"]],
      body: { error: "item_not_found", message: "No such item", details: null, request_id: null },
    },
    expect: { code: "item_not_found", requestId: "edge-77", closest: "http_404" },
    deviations: [],
    retry: null,
  },
  {
    name: "field errors in an answer without a code",
    answer: {
      status: 422,
      body: {
        detail: [
          { loc: ["body", "items", 0, "slug"], msg: "no spaces", type: "value_error" },
          { loc: ["query", "page"], msg: "not a number", type: "int_parsing" },
        ],
      },
    },
    expect: {
      code: "http_422",
      listed: true,
      fields: [
        { path: ["body", "items", 0, "slug"], message: "no spaces" },
        { path: ["query", "page"], message: "not a number" },
      ],
    },
    deviations: [],
    retry: null,
  },
];
