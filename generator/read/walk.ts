import type { Sources } from "./reader.js";
import { child, isObject, type Node } from "./source.js";
import { isData, nameMaps } from "./vocabulary.js";

/**
 * Every object of a document's structure below a node, itself first. Examples and other data are passed over, and so
 * is what stands inside an extension, and all that was seen. A map of names is one of them where it is a reference.
 */
function* structureOf(start: Node, seen: ReadonlySet<unknown>): Generator<Node> {
  const due: Part[] = [{ node: start, isNameMap: false }];
  for (let next = due.pop(); next; next = due.pop()) {
    const { node, isNameMap } = next;
    if (isObject(node.value) && (!isNameMap || typeof node.value.$ref === "string")) {
      if (seen.has(node.value)) continue;
      yield node;
    }
    addParts(due, node, isNameMap);
  }
}

interface Part {
  readonly node: Node;
  readonly isNameMap: boolean;
}

/** Adds what of a value's members or items belongs to the structure, the first one last. */
function addParts(due: Part[], node: Node, isNameMap: boolean): void {
  const { value } = node;
  if (Array.isArray(value)) {
    for (let index = value.length - 1; index >= 0; index -= 1)
      if (typeof value[index] === "object") due.push({ node: child(node, index), isNameMap: false });
  } else if (isObject(value)) {
    const keys = Object.keys(value);
    for (let index = keys.length - 1; index >= 0; index -= 1) {
      const key = keys[index]!;
      if (typeof value[key] === "object" && (isNameMap || !(key.startsWith("x-") || isData(key, value[key]))))
        due.push({ node: child(node, key), isNameMap: !isNameMap && nameMaps.has(key) });
    }
  }
}

/** Every object of a document's structure, and of all that it refers to in other files: each once. `first`: where it begins. */
export function everythingIn(sources: Sources, first: readonly Node[] = []): Generator<Node> {
  const { document } = sources;
  // What stands in the document itself is walked anyway.
  return reachedFrom([...first, document], sources, ({ source }) => source !== document.source);
}

/** Every object of structure below some nodes, and of all that these refer to: each once. */
export function* reachedFrom(
  starts: readonly Node[],
  { step }: Sources,
  isFollowed: (target: Node) => boolean = () => true,
): Generator<Node> {
  const seen = new Set<unknown>();
  const due = [...starts].reverse();
  for (let start = due.pop(); start; start = due.pop()) {
    for (const node of structureOf(start, seen)) {
      seen.add(node.value);
      yield node;
      const next = step(node);
      if (next && "target" in next && isFollowed(next.target)) due.push(next.target);
    }
  }
}
