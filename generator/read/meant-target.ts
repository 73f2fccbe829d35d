import { suggest } from "../problem/suggest.js";
import { isObject } from "./source.js";

const step = /\.([A-Za-z_][\w-]*)|\['([^']*)'\]|\["([^"]*)"\]/y;

/** A JSONPath of names alone, each that is not there replaced by the nearest; undefined for others, and where none is near. */
export function meantTarget(target: string, document: unknown): string | undefined {
  let at: unknown = document;
  let meant = "$";
  step.lastIndex = 1;
  while (step.lastIndex < target.length) {
    const start = step.lastIndex;
    const found = step.exec(target);
    if (!found || !isObject(at)) return undefined;
    const name = found[1] ?? found[2] ?? found[3] ?? "";
    const near = Object.hasOwn(at, name) ? name : suggest(name, Object.keys(at));
    if (near === undefined) return undefined;
    meant += near === name ? target.slice(start, step.lastIndex) : written(near);
    at = at[near];
  }
  return meant === target ? undefined : meant;
}

function written(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name}']`;
}
