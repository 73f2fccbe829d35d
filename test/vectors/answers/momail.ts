import type { RecordedAnswer } from "../recorded-answer.js";

export const answers: readonly RecordedAnswer[] = [
  {
    name: "a 429 whose delay stands only in the body",
    answer: {
      status: 429,
      body: {
        success: false,
        error: { code: "RATE_LIMIT_EXCEEDED", message: "m", details: { limit: 5, window: "hour", retry_after: 12 } },
      },
    },
    expect: { listed: true, retryAfter: 12, category: "rate_limit" },
    deviations: [],
    retry: 13_200,
  },
  {
    name: "a 429 whose header and body name different delays: the header counts",
    answer: {
      status: 429,
      headers: { "RETRY-AFTER": "3" },
      body: {
        success: false,
        error: { code: "RATE_LIMIT_EXCEEDED", message: "m", details: { limit: 5, window: "hour", retry_after: 12 } },
      },
    },
    expect: { listed: true, retryAfter: 3 },
    deviations: [],
    retry: 3300,
  },
  {
    name: "a 429 that asks for more patience than there is",
    answer: { status: 429, headers: { "retry-after": "99999999999" }, body: "slow down" },
    expect: { code: "http_429", closest: "RATE_LIMIT_EXCEEDED", retryAfter: 99_999_999_999, message: "slow down" },
    deviations: [""],
    retry: null,
  },
  {
    name: "a proxy's page in HTML",
    answer: {
      status: 502,
      headers: { "content-type": "text/html" },
      body: "<html><title>502 Bad Gateway</title><center>nginx</center></html>",
    },
    expect: {
      code: "http_502",
      listed: false,
      message: "HTTP 502",
      closest: null,
      category: "unavailable",
      body: "<html><title>502 Bad Gateway</title><center>nginx</center></html>",
    },
    deviations: [""],
    retry: 1000,
  },
  {
    name: "one member of a map of details of another type: it is left out",
    answer: {
      status: 400,
      body: {
        success: false,
        error: { code: "VALIDATION_ERROR", message: "m", details: { domain: "too long", port: 7 } },
      },
    },
    expect: {
      listed: true,
      details: { domain: "too long" },
      fields: [{ path: ["domain"], message: "too long" }],
    },
    deviations: ["/error/details/port"],
    retry: null,
  },
  {
    name: "an error that says it was a success",
    answer: { status: 409, body: { success: true, error: { code: "EMAIL_TAKEN", message: "Taken" } } },
    expect: { code: "EMAIL_TAKEN", listed: true, message: "Taken" },
    deviations: ["/success"],
    retry: null,
  },
  {
    name: "an error that came with status 200",
    answer: { status: 200, body: { success: false, error: { code: "EMAIL_TAKEN", message: "Taken" } } },
    expect: { code: "EMAIL_TAKEN", listed: true, status: 200, category: "conflict" },
    deviations: [""],
    retry: null,
  },
];
