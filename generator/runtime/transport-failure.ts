/** How the platforms say that no answer came: the names, the codes and the texts of what `fetch` and its like reject with. */

/** Of the platform's exceptions and of Deno. */
const names = /* @__PURE__ */ new Set([
  ...["TimeoutError", "NetworkError"],
  ...["ConnectionRefused", "ConnectionReset", "ConnectionAborted", "BrokenPipe", "TimedOut", "UnexpectedEof"],
  ...["NotConnected", "NetworkUnreachable", "HostUnreachable"],
]);

/** Of the system, of undici, of axios, of HTTP/2 in Node, and of Bun. */
const codes = /* @__PURE__ */ new RegExp(
  /* @__PURE__ */ [
    "^E(?:CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST|NET|PROTO$)",
    "^UND_ERR_(?:SOCKET|INFO|[A-Z_]*TIMEOUT|RES_CONTENT_LENGTH_MISMATCH)$",
    "^ERR_(?:NETWORK|HTTP2_(?:GOAWAY|SESSION_ERROR|STREAM_ERROR|STREAM_CANCEL|INVALID_S|PING_)|STREAM_PREMATURE_CLOSE)",
    "^ERR_(?:SOCKET_C|TLS_HANDSHAKE_TIMEOUT|QUIC_)",
    "^(?:Connection|FailedToOpenSocket|Timeout$)",
  ].join("|"),
);

/** Whose texts count: ofetch has the last for answers and mistakes too, and node-fetch for bodies that are no JSON. */
const spoken = ["TypeError", "Error", "FetchError"];

/** Of browsers, undici, React Native, Deno, Bun, Workers, Electron and node-fetch: how the text begins. */
const texts = [
  ...["fetch failed", "failed to fetch", "load failed", "terminated"],
  ...["network error", "networkerror when", "a network error occurred", "network request failed"],
  ...["network request timed out", "network connection lost", "the network connection was lost"],
  ...["the internet connection appears to be offline", "the request timed out", "could not connect to the server"],
  ...["a server with the specified hostname could not be found", "an ssl error has occurred"],
  ...["error sending request", "client error (", "connection closed before", "error reading a body from connection"],
  ...["unable to connect.", "the socket connection was closed", "socket hang up", "other side closed"],
  ...["network timeout at:", "response timeout while trying to fetch"],
  ...["net::err_connection", "net::err_network", "net::err_internet", "net::err_name", "net::err_timed_out"],
];

/** Causes have causes, and may go in a circle. */
const maxCauses = 8;

/** Refused, reset, not resolved or timed out. An abort was asked for, and anything else is a mistake of the caller. */
export function isTransportFailure(failure: unknown): boolean {
  try {
    return saysSo(failure, maxCauses);
  } catch {
    // Anything can be thrown, even a proxy that refuses to be looked at.
    return false;
  }
}

function saysSo(failure: unknown, left: number): boolean {
  if (typeof failure !== "object" || failure === null || left === 0) return false;
  const { name, code, message, cause, status } = failure as Readonly<Record<string, unknown>>;
  if (name === "AbortError") return false;
  return (
    names.has(String(name)) ||
    // As XMLHttpRequest says that none came, and so Angular and RxJS.
    (status === 0 && typeof name === "string") ||
    (typeof code === "string" && codes.test(code)) ||
    (spoken.includes(String(name)) && says(message)) ||
    saysSo(cause, left - 1)
  );
}

function says(message: unknown): boolean {
  const text = typeof message === "string" ? message.trim().toLowerCase() : "";
  return texts.some((start) => text.startsWith(start));
}
