import type { ApiError } from "./api-error.js";
import type { RetryContract } from "./contract.js";
import { errorFromResponse, type ReadOptions, type ResponseLike } from "./error-from.js";
import { delayBeforeRetry, delayOfAttempt, type RetryOptions } from "./retry-delay.js";
import { type Caller, framesBelow } from "./stack.js";

// Every platform has these. Declared, so that this compiles without the types of a browser or of Node.
declare const setTimeout: (run: () => void, milliseconds: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/** How `withRetry` retries, and how it reads the answers that are errors. */
export interface WithRetryOptions<Operation extends string = never>
  extends ReadOptions<Operation>,
    Omit<RetryOptions, "attempt"> {
  /** Stops waiting and retrying. The signal's reason is thrown. */
  readonly signal?: AbortSignalLike | undefined;
  /** Milliseconds for all attempts and pauses together: a pause that would pass it is not begun. */
  readonly deadline?: number | undefined;
}

/** As much of an AbortSignal as is needed, so that any realm's will do. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * Sends a request until it is answered well, or until its error says not to try again. Throws the typed error; what
 * `send` rejects with is retried where it is a failure of transport and the request is safe to repeat, and thrown as
 * it is.
 */
export async function sendWithRetry<Response extends ResponseLike>(
  contract: RetryContract,
  send: (attempt: number) => Promise<Response>,
  options: WithRetryOptions<string> = {},
  calledAs?: Caller,
): Promise<Response> {
  const frames = framesBelow(calledAs);
  const { signal, deadline = Number.POSITIVE_INFINITY } = options;
  const start = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    if (signal?.aborted) throw signal.reason;
    const outcome = await answerOrFailure(contract, () => send(attempt), options, frames);
    if ("response" in outcome) return outcome.response;
    if (signal?.aborted) throw signal.reason;
    const delay =
      "error" in outcome
        ? delayBeforeRetry(contract, outcome.error, { ...options, attempt })
        : delayOfTransport(contract, outcome.failure, { ...options, attempt });
    const thrown = "error" in outcome ? outcome.error : outcome.failure;
    if (delay === undefined || Date.now() - start + delay > deadline) throw thrown;
    await pause(delay, signal);
  }
}

type Outcome<Response> = { readonly response: Response } | { readonly error: ApiError } | { readonly failure: unknown };

async function answerOrFailure<Response extends ResponseLike>(
  contract: RetryContract,
  send: () => Promise<Response>,
  options: WithRetryOptions<string>,
  frames: string | undefined,
): Promise<Outcome<Response>> {
  let response: Response;
  try {
    response = await send();
  } catch (failure) {
    return { failure };
  }
  return response.status < 400 ? { response } : { error: await errorFromResponse(contract, response, options, frames) };
}

const transportNames = new Set(["TimeoutError", "NetworkError", "FetchError"]);
const transportCodes = /^(?:E(?:CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST|NET)|UND_ERR_|ERR_NETWORK)/;
const transportMessages = /^(?:fetch failed|failed to fetch|load failed|terminated|networkerror)/i;

/** The pause after a failure of transport, by the policy for `backoff`; undefined for one that was not transport. */
function delayOfTransport(contract: RetryContract, failure: unknown, options: RetryOptions): number | undefined {
  return isTransportFailure(failure) ? delayOfAttempt(contract.retryPolicy, "backoff", undefined, options) : undefined;
}

/** Refused, reset, not resolved or timed out. An abort was asked for, and anything else is a mistake in `send`. */
function isTransportFailure(failure: unknown): boolean {
  if (typeof failure !== "object" || failure === null) return false;
  const { name, code, message, cause } = failure as {
    name?: unknown;
    code?: unknown;
    message?: unknown;
    cause?: unknown;
  };
  if (name === "AbortError") return false;
  return (
    transportNames.has(String(name)) ||
    (typeof code === "string" && transportCodes.test(code)) ||
    (name === "TypeError" && transportMessages.test(String(message))) ||
    (cause !== failure && isTransportFailure(cause))
  );
}

function pause(milliseconds: number, signal: AbortSignalLike | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    const abort = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", abort);
  });
}
