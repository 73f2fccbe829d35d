import {
  type Answer,
  type ApiError,
  type ParserContract,
  parseAnswer,
  type RetryContract,
} from "../../generator/runtime/index.js";

/** A contract with a little of everything; a test that needs another changes a member of it. */
export const sampleContract: ParserContract = {
  api: "sample",
  name: "SampleError",
  envelopes: [
    {
      code: "/error/code",
      message: "/error/message",
      details: "/error/details",
      requestId: "/error/request_id",
      delay: "/error/delay",
    },
  ],
  errors: {
    invalid_input: { statuses: ["422"], category: "validation", retry: "never", fields: "/error/details" },
    not_found: { statuses: ["404"], category: "not_found", retry: "never" },
    slow_down: { statuses: ["429"], category: "rate_limit", retry: "after-delay" },
    down_for_now: { statuses: ["503"], category: "unavailable", retry: "backoff" },
    http_500: { statuses: ["500"], category: "internal", retry: "backoff" },
  },
  operations: { find: ["http_500", "not_found"] },
};

/** How calls to it are retried. */
export const sampleRetrying: RetryContract = {
  contract: sampleContract,
  retryPolicy: { attempts: 3, base: 1, cap: 60 },
};

/** Parses an answer by the sample contract, or by one that differs from it in some members. */
export function parse(answer: Answer, changes: Partial<ParserContract> = {}): ApiError {
  return parseAnswer({ ...sampleContract, ...changes }, answer);
}

/** The body of an error in the sample's envelope. */
export function errorBody(code: unknown, more: Readonly<Record<string, unknown>> = {}): unknown {
  return { error: { code, message: "for people", ...more } };
}
