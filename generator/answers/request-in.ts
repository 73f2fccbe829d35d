import { isObject } from "../read/source.js";
import type { RequestGiven } from "../runtime/error.js";
import type { Pasted } from "./pasted.js";

/** What a member that says where a request went may be called, the surest first: a log often has a path and a pattern. */
const places = ["url", "uri", "originalUrl", "urlPath", "path"];

/** The request that an object of a log or a recording tells of: its own members, or those of one beside the answer. */
export function requestIn(value: Readonly<Record<string, unknown>>): RequestGiven | undefined {
  return (
    stated(value) ??
    Object.values(value)
      .filter(isObject)
      .map(stated)
      .find((request) => request !== undefined)
  );
}

function stated(value: Readonly<Record<string, unknown>>): RequestGiven | undefined {
  const url = places.map((name) => value[name]).find((place) => typeof place === "string" && place.includes("/"));
  const { method } = value;
  return typeof method === "string" && typeof url === "string" ? { method, url } : undefined;
}

/** The last request that `curl -v` says it sent: `> GET /v1/things HTTP/2`. */
export function requestSaid(text: string): RequestGiven | undefined {
  const said = [...text.matchAll(/^> ([A-Z]{3,10}) (\S+) HTTP\//gm)].at(-1);
  return said && { method: said[1], url: said[2] };
}

/** An error as a line of an access log or of a browser's console has it: `"GET /v1/things HTTP/1.1" 404`. */
export function lineLogged(text: string): Pasted | undefined {
  const answer = answerLogged(text);
  return answer?.status !== undefined && answer.status >= 400 ? answer : undefined;
}

/** The same of any answer. */
export function answerLogged(text: string): Pasted | undefined {
  const line = /\b([A-Z]{3,7}) ((?:\/|https?:)\S{0,2000}) (?:HTTP\/[\d.]{1,4}["']? )?([1-5]\d\d)\b/.exec(text);
  const [, method, url, status] = line ?? [];
  return line ? { status: Number(status), headers: [], request: { method, url } } : undefined;
}
