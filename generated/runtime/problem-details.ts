// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { Classified } from "./error.js";
import { isObject } from "./pointer.js";

/** An error as application/problem+json (RFC 9457). Other members are extensions, those of the error's own problem too. */
export interface ProblemDetails {
  /** The problem's own, else the code where that is a URI, else the page of the code, else `about:blank`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly details?: unknown;
  readonly errors?: unknown;
  readonly requestId?: string;
  readonly [extension: string]: unknown;
}

// A link within a folder means nothing to who gets it in an answer.
const absolute = /^[a-z][a-z0-9+.-]*:/i;
// Not `billing:declined`, though that could be one.
const uri = /^(?:[a-z][a-z0-9+.-]*:\/\/|urn:|tag:)\S+$/i;

/** The error in the standard form, for clients that know no other. `docs` is the page of its code. */
export function problemDetails(
  error: Pick<Classified, "code" | "status" | "message" | "details" | "fields" | "requestId" | "body" | "headers">,
  info: { readonly title: string; readonly docs?: string } | undefined,
): ProblemDetails {
  const { code, status, message, details, fields, requestId } = error;
  const problem = problemIn(error);
  const { type, title, code: own, errors } = problem ?? {};
  const page = info?.docs !== undefined && absolute.test(info.docs) ? info.docs : "about:blank";
  return {
    ...(problem ?? (details === undefined ? {} : { details })),
    type: textOf(type) ?? (uri.test(code) ? code : page),
    title: textOf(title) ?? info?.title ?? `HTTP ${status}`,
    status,
    detail: message,
    code: textOf(own) ?? code,
    ...(fields.length > 0 && errors === undefined ? { errors: fields } : {}),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** The problem that the body is already: its media type says so, or its type is a URI. */
function problemIn({ body, headers }: Pick<Classified, "body" | "headers">): Record<string, unknown> | undefined {
  if (!isObject(body)) return undefined;
  const { type } = body;
  const isProblem = /^application\/problem\+json\b/i.test(headers["content-type"] ?? "");
  return isProblem || uri.test(textOf(type) ?? "") ? body : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
