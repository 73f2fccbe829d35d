import type { RecordedAnswer } from "../recorded-answer.js";

const json = { "Content-Type": "application/json" };

export const answers: readonly RecordedAnswer[] = [
  {
    name: "a framework's own 404, whose detail is only a text",
    answer: { status: 404, headers: json, body: { detail: "There is no route here" } },
    expect: {
      code: "http_404",
      listed: false,
      message: "There is no route here",
      closest: null,
      category: "not_found",
    },
    deviations: [""],
    retry: null,
  },
  {
    name: "a framework's own 422, whose detail is a list",
    answer: { status: 422, body: { detail: [{ loc: ["body", "name"], msg: "too short", type: "string_too_short" }] } },
    expect: { code: "http_422", listed: false, message: "too short", fields: [], category: "validation" },
    deviations: [""],
    retry: null,
  },
  {
    name: "an unlisted code whose status has an error of its own",
    answer: { status: 409, body: { detail: { code: "domain_on_hold", message: "Wait.", until: "noon" } } },
    expect: {
      code: "domain_on_hold",
      listed: false,
      closest: "http_409",
      category: "conflict",
      details: { until: "noon" },
    },
    deviations: [],
    retry: null,
  },
  {
    name: "a 500 with nothing in it",
    answer: { status: 500, headers: { "content-length": "0" }, body: "" },
    expect: { code: "http_500", listed: true, message: "HTTP 500", body: null, category: "internal" },
    deviations: [""],
    retry: 1000,
  },
  {
    name: "a listed code with a status it does not have",
    answer: { status: 410, body: { detail: { code: "tenant_not_found", message: "Gone." } } },
    expect: { code: "tenant_not_found", listed: true, status: 410, closest: "tenant_not_found" },
    deviations: [""],
    retry: null,
  },
  {
    name: "a required member of the details of another type",
    answer: {
      status: 402,
      body: {
        detail: {
          code: "tenant_limit_reached",
          message: "Full.",
          plan_name: "Solo",
          tenant_limit: "three",
          connected_tenants_count: 3,
          remaining_tenants: 0,
        },
      },
    },
    expect: { code: "tenant_limit_reached", listed: true, details: null },
    deviations: ["/detail/tenant_limit"],
    retry: null,
  },
  {
    name: "details that are not there at all",
    answer: { status: 402, body: { detail: { code: "tenant_limit_reached", message: "Full." } } },
    expect: { code: "tenant_limit_reached", listed: true, details: null, message: "Full." },
    deviations: ["/detail"],
    retry: null,
  },
  {
    name: "details of a code that has none",
    answer: { status: 402, body: { detail: { code: "no_api_plan", message: "Buy one.", cheapest: "Solo" } } },
    expect: { code: "no_api_plan", listed: true, details: null },
    deviations: [],
    retry: null,
  },
  {
    name: "a code that the operation does not declare",
    answer: { status: 404, body: { detail: { code: "mailbox_not_found", message: "No such mailbox." } } },
    operation: "createTenant",
    expect: {
      code: "mailbox_not_found",
      listed: false,
      closest: "mailbox_not_found",
      category: "not_found",
      operation: "createTenant",
    },
    deviations: ["/detail/code"],
    retry: null,
  },
  {
    name: "a code that the operation declares",
    answer: { status: 402, body: { detail: { code: "no_api_plan", message: "Buy one." } } },
    operation: "createTenant",
    expect: { code: "no_api_plan", listed: true, operation: "createTenant" },
    deviations: [],
    retry: null,
  },
  {
    name: "a code that is a number",
    answer: { status: 403, body: { detail: { code: 1007, message: "Not yours." } } },
    expect: { code: "1007", listed: false, closest: "http_403", message: "Not yours." },
    deviations: ["/detail/code"],
    retry: null,
  },
  {
    name: "problem details of some gateway",
    answer: {
      status: 400,
      headers: { "content-type": "application/problem+json" },
      body: '{"type":"about:blank","title":"Bad Request","status":400,"detail":"Line 3 is no JSON"}',
    },
    expect: { code: "http_400", listed: true, message: "Line 3 is no JSON" },
    deviations: [""],
    retry: null,
  },
];
