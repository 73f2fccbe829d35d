import type { RecordedAnswer } from "../recorded-answer.js";

export const answers: readonly RecordedAnswer[] = [
  {
    name: "an unlisted code that a rule gives a place",
    answer: { status: 403, body: { error: { code: "designer_required", message: "Designers only." } } },
    expect: { code: "designer_required", listed: false, closest: "subscription_required", category: "billing" },
    deviations: [],
    retry: null,
  },
  {
    name: "an unlisted code whose status has two errors",
    answer: { status: 403, body: { error: { code: "country_blocked", message: "Not here." } } },
    expect: { code: "country_blocked", listed: false, closest: null, category: "permission" },
    deviations: [],
    retry: null,
  },
  {
    name: "a load balancer's plain text",
    answer: { status: 503, headers: { "content-type": "text/plain" }, body: "no healthy upstream\n" },
    expect: { code: "http_503", listed: false, message: "no healthy upstream", closest: "service_unavailable" },
    deviations: [""],
    retry: 1000,
  },
];
