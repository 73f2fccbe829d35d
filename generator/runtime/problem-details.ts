import type { Classified } from "./error.js";

/** An error as application/problem+json (RFC 9457). The members after `detail` are extensions. */
export interface ProblemDetails {
  /** The page of the code, or `about:blank` where it has none with an absolute URL. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly details?: unknown;
  readonly errors?: Classified["fields"];
  readonly requestId?: string;
}

// A link within a folder means nothing to who gets it in an answer.
const absolute = /^[a-z][a-z0-9+.-]*:/i;

/** The error in the standard form, for clients that know no other. `docs` is the page of its code. */
export function problemDetails(
  error: Pick<Classified, "code" | "status" | "message" | "details" | "fields" | "requestId">,
  info: { readonly title: string; readonly docs?: string } | undefined,
): ProblemDetails {
  const { code, status, message, details, fields, requestId } = error;
  return {
    type: info?.docs !== undefined && absolute.test(info.docs) ? info.docs : "about:blank",
    title: info?.title ?? `HTTP ${status}`,
    status,
    detail: message,
    code,
    ...(details === undefined ? {} : { details }),
    ...(fields.length > 0 ? { errors: fields } : {}),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
