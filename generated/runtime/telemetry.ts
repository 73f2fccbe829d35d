// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { Classified } from "./error.js";

/**
 * Attributes for a span or a metric, by OpenTelemetry's conventions for HTTP. `error.type` has few values: a code that
 * nobody listed, which could be anything, counts as its closest or as its status.
 */
export function telemetryAttributes(
  error: Pick<Classified, "code" | "listed" | "closest" | "status" | "category">,
): Record<string, string | number> {
  const { code, listed, closest, status, category } = error;
  return {
    "error.type": listed ? code : (closest ?? `http_${status}`),
    "http.response.status_code": status,
    "openapi_errors.category": category,
  };
}
