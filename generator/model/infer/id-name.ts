/** What comes before `id`, the most telling first. */
const kinds = ["request", "req", "correlation", "trace", "debug", "incident", "log", "error"];
const endings = ["id", "uuid", "guid", "ref", "reference"];
const others = ["cf-ray", "traceparent", "x-correlator"];

/** How surely a header holds what to quote to support, less is more; undefined where it does not. */
export function headerIdRank(name: string): number | undefined {
  const words = wordsOf(name);
  const rank = kinds.indexOf(kindIn(words) ?? "");
  if (rank !== -1) return rank;
  return others.includes(name.toLowerCase()) ? kinds.length : undefined;
}

/** Whether a member holds what to quote to support: of other ids, `payment_request_id`, nobody asks. */
export function isRequestId(name: string): boolean {
  const words = wordsOf(name).filter((word) => !["x", "http", "server", "api", "amzn", "ms", "aws"].includes(word));
  return kindIn(words) !== undefined && words.length <= 2;
}

/** `trace` in `x-trace-id`, `TraceId`, `traceid` and `fbtrace_id`. */
function kindIn(words: readonly string[]): string | undefined {
  const [last = "", before = ""] = words.toReversed();
  if (endings.includes(last)) {
    const kind = kinds.find((each) => before === each || (each.length > 4 && before.endsWith(each)));
    if (kind !== undefined) return kind;
  }
  return kinds.find((kind) => endings.some((ending) => last === kind + ending));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[-_. ]/)
    .filter((word) => word !== "");
}
