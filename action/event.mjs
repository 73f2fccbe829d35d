import { readFileSync } from "node:fs";

/** What the job runs for: its kind, its payload, and the pull request that a comment would go to. */
export function eventOf(env) {
  const kind = env.GITHUB_EVENT_NAME ?? "";
  const payload = payloadIn(env.GITHUB_EVENT_PATH);
  const isPull = kind === "pull_request" || kind === "pull_request_target";
  const { number } = payload.pull_request ?? {};
  return { kind, payload, isPull, pull: isPull && Number.isInteger(number) ? number : undefined };
}

function payloadIn(path) {
  if (!path) return {};
  try {
    const payload = JSON.parse(readFileSync(path, "utf8"));
    return typeof payload === "object" && payload !== null ? payload : {};
  } catch {
    return {};
  }
}
