import { parseRecord, recordPath } from "../render/build-record.js";
import { manifestName } from "./manifest.js";

/**
 * Whether a file that no manifest names was generated: by its banner or, where its kind has no place for one, by its form.
 * So the output of versions that kept no manifest is known.
 */
export function isGenerated(path: string, text: string): boolean {
  if (path === recordPath) return parseRecord(text).size > 0 || text.startsWith('{\n "docs/');
  if (path === manifestName) return /^[0-9a-f]{64} /m.test(text) || hasBanner(text);
  if (path.endsWith("/errors.json")) return isContract(parsed(text));
  if (path.endsWith("/vectors.json")) return isVectors(parsed(text));
  if (path.endsWith("/catalog.csv")) return text.startsWith("api,code,wire,statuses,title,category,retry,group,");
  if (path.startsWith("docs/") && path.endsWith(".html")) return isPage(text);
  if (path === "docs/llms.txt") return text.startsWith("# API errors\n\n> The errors that ");
  if (path === "docs/llms-full.txt") return /^# [^\n]*: errors\n\n\| Code \| Status \|/.test(text);
  return hasBanner(text);
}

/** In the first line, behind what begins a comment. */
function hasBanner(text: string): boolean {
  return /^(?:\/\/|#|<!--) (?:Generated|Copied) by openapi-errors\b/.test(text);
}

function isContract(value: unknown): boolean {
  const isObject = typeof value === "object" && value !== null;
  return isObject && ["format", "id", "envelopes", "errors", "operations", "coverage"].every((key) => key in value);
}

function isVectors(value: unknown): boolean {
  const keys = ["name", "status", "headers", "body", "expect"];
  return (
    Array.isArray(value) &&
    value.every((item) => typeof item === "object" && item !== null && keys.every((key) => key in item))
  );
}

function isPage(text: string): boolean {
  const head = text.slice(0, 4000);
  return (
    head.includes('<meta name="generator" content="openapi-errors">') ||
    // A Redoc page of earlier versions.
    (head.includes("default-src 'none'; script-src") && head.includes('<style data-styled="true"'))
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
