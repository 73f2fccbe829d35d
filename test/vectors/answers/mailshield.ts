import type { RecordedAnswer } from "../recorded-answer.js";

const json = { "Content-Type": "application/json" };

export const answers: readonly RecordedAnswer[] = [
  {
    name: "an unlisted code whose status has a single listed error",
    answer: { status: 404, body: { error: { code: "zone_not_found", message: "No such zone" } } },
    expect: { code: "zone_not_found", listed: false, closest: "not_found", category: "not_found" },
    deviations: [],
    retry: null,
  },
  {
    name: "JSON that was cut off on its way",
    answer: { status: 401, headers: json, body: '{"error":{"code":"unauthorized","mess' },
    expect: {
      code: "http_401",
      listed: false,
      closest: "unauthorized",
      message: "HTTP 401",
    },
    deviations: [""],
    retry: null,
  },
  {
    name: "a message that is an object",
    answer: { status: 409, body: { error: { code: "conflict", message: { en: "Exists", de: "Vorhanden" } } } },
    expect: { code: "conflict", listed: true, message: "HTTP 409" },
    deviations: ["/error/message"],
    retry: null,
  },
];
