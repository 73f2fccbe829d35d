import { misspeltName } from "../problem/misspelt.js";
import {
  overlayInvalid,
  overlayMisspelt,
  overlayUnsupported,
  overlayUnused,
  removeNotBoolean,
  targetMalformed,
  targetWithoutRoot,
} from "../problem/overlay.js";
import type { Problem } from "../problem/problem.js";
import { fileUnreadable } from "../problem/reading.js";
import { byTool } from "../problem/tool.js";
import { type FileInput, type OpenedFile, pathOf, shownPath } from "./file.js";
import { beginningOf } from "./lines.js";
import { meantTarget } from "./meant-target.js";
import { mapParser, parseMap } from "./parse.js";
import { positionOf, problemAt, problemAtKey } from "./position.js";
import { openSource } from "./reader.js";
import {
  child,
  isObject,
  items,
  type JsonObject,
  members,
  type Node,
  type Origin,
  rootOf,
  type Source,
} from "./source.js";

/** A document with its overlays applied, and what is wrong with them. */
export interface Overlaid {
  /** Undefined where the document or an overlay can't be read. */
  readonly source: Source | undefined;
  readonly problems: readonly Problem[];
  /** The overlays. */
  readonly files: readonly OpenedFile[];
}

/** Marks what an action changed, so that positions in it lead to the overlay. Gone before anybody reads the document. */
const mark = "x-openapi-errors-overlay-action-";

const parseOverlay = mapParser("an OpenAPI Overlay begins with `overlay: 1.0.0`");

/** Applies overlays (OpenAPI Overlay 1.0 and 1.1) to a document, one after the other. */
export async function readOverlaid(document: FileInput, overlays: readonly FileInput[]): Promise<Overlaid> {
  const opened = openSource(document, parseMap);
  // What is wrong with the document itself is told where it is read; what is wrong with its overlays, beside it.
  let source = "source" in opened ? opened.source : undefined;
  const problems: Problem[] = [];
  const files: OpenedFile[] = [];
  for (const input of overlays) {
    const path = pathOf(input);
    const overlay = openSource(input, parseOverlay);
    files.push({ path, text: "source" in overlay ? overlay.source.text : undefined });
    if ("problems" in overlay) problems.push(...overlay.problems);
    else if ("reason" in overlay)
      problems.push({ ...fileUnreadable(shownPath(path), overlay), position: beginningOf(shownPath(path)) });
    else {
      const root = rootOf(overlay.source);
      const actions = items(child(root, "actions"));
      const invalid = checkOverlay(root, actions);
      problems.push(...invalid);
      if (!source || invalid.length > 0) continue;
      const applied = await applyOverlay(source, root, actions);
      source = applied.source;
      problems.push(...applied.problems);
    }
  }
  return { source, problems, files };
}

const applying = {
  tool: "openapi-format",
  makes: "an overlay",
  fix: "write the action in another way, with a `target` that names less",
};

async function applyOverlay(
  source: Source,
  overlay: Node,
  actions: readonly Node[],
): Promise<Pick<Overlaid, "problems"> & { source: Source }> {
  const version = child(overlay, "overlay").value as string;
  const problems: Problem[] = [];
  // A copy, since the document is changed in place.
  let data: unknown = structuredClone(source.value);
  for (const [index, action] of actions.entries()) {
    const position = () => positionOf(child(action, "target"));
    const marked = withMark(action.value as JsonObject, index);
    const applied = await byTool({ ...applying, position }, () => applyAction(data, version, marked));
    data = applied.data;
    if (applied.isUsed) continue;
    const target = child(action, "target");
    const text = String(target.value);
    const [, why] = /^Error resolving JSONPath: (.*)$/s.exec(applied.reason ?? "") ?? [];
    const isOfTarget = why !== undefined && child(action, "copy").value === undefined;
    const finding = isOfTarget
      ? targetMalformed(text, why)
      : overlayUnused(text, applied.reason, applied.reason ? undefined : meantTarget(text, data));
    problems.push(problemAt(target, finding));
  }
  const origins: Origin[] = [];
  const value = withoutMarks(data, [], (pointer, index) => {
    const action = actions[index];
    if (action) origins.push({ pointer, node: child(action, "update") });
  });
  return { source: { ...source, value, origins: [...(source.origins ?? []), ...origins] }, problems };
}

/** Applies one action. The library says on the console why it applies one not: that belongs into the problem. */
async function applyAction(data: unknown, overlay: string, action: JsonObject) {
  const { openapiOverlay } = await import("openapi-format");
  const said: string[] = [];
  // How an update meets a list or a text, 1.1 says in more words than 1.0, by which the library loses an entry for a list.
  const rules = "update" in action ? "1.1.0" : overlay;
  const { error } = console;
  console.error = (message: unknown) => said.push(String(message));
  // It does all its work before it returns its promise.
  const promised = (() => {
    try {
      return openapiOverlay(data as never, { overlaySet: { overlay: rules, actions: [action] } } as never);
    } finally {
      console.error = error;
    }
  })();
  const result = await promised;
  const { totalUsedActions } = result.resultData as { readonly totalUsedActions?: number };
  const reason = said[0]?.replace(/^Overlay action #\d+: /, "");
  return { data: result.data as unknown, isUsed: totalUsedActions === 1, reason };
}

function checkOverlay(overlay: Node, actions: readonly Node[]): Problem[] {
  const version = child(overlay, "overlay");
  if (version.value !== undefined && !/^1\.[01]\.\d+$/.test(String(version.value)))
    return [problemAt(version, overlayUnsupported(String(version.value)))];
  if (version.value === undefined) return [problemAt(version, overlayInvalid("no `overlay` says its version"))];
  if (actions.length > 0) return actions.flatMap(checkAction);
  const misspelt = misspeltMembers(overlay, "an overlay", ["actions"]);
  const given = child(overlay, "actions");
  const isList = given.value === undefined || Array.isArray(given.value);
  const none = problemAt(given, overlayInvalid(isList ? "it has no `actions`" : "its `actions` are no list"));
  return misspelt.length > 0 ? misspelt : [none];
}

/** What is wrong with an action whatever the document holds. */
function checkAction(action: Node): Problem[] {
  const misspelt = misspeltMembers(action, "an action", ["target", "description", "update", "remove", "copy"]);
  if (misspelt.length > 0) return misspelt;
  const target = child(action, "target");
  if (!String(target.value).startsWith("$"))
    return [problemAt(target.value === undefined ? action : target, targetWithoutRoot(target.value))];
  const remove = child(action, "remove");
  const isSaid = remove.value === undefined || typeof remove.value === "boolean";
  return isSaid ? [] : [problemAt(remove, removeNotBoolean())];
}

function misspeltMembers(node: Node, of: "an overlay" | "an action", known: readonly string[]): Problem[] {
  return members(node).flatMap(([key, member]) => {
    const meant = misspeltName(key, known);
    return meant === undefined ? [] : [problemAtKey(member, overlayMisspelt(of, key, meant))];
  });
}

function withMark(action: JsonObject, index: number): JsonObject {
  const { update } = action;
  return isObject(update) ? { ...action, update: { ...update, [`${mark}${index}`]: true } } : { ...action };
}

/** The same value without the marks; `found` is told where each was. */
function withoutMarks(
  value: unknown,
  pointer: readonly string[],
  found: (pointer: readonly string[], index: number) => void,
): unknown {
  if (Array.isArray(value)) return value.map((item, index) => withoutMarks(item, [...pointer, String(index)], found));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => {
    if (key.startsWith(mark)) found(pointer, Number(key.slice(mark.length)));
    return !key.startsWith(mark);
  });
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutMarks(member, [...pointer, key], found)]));
}
