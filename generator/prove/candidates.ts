import { isObject } from "../read/source.js";
import { own } from "../runtime/pointer.js";
import { type Demands, demandsOf, type Path } from "./demands.js";

type Schemas = Readonly<Record<string, unknown>>;
/** One by one: a body mostly fits the first that it may, and thousands may follow. */
export type Candidates = (body: unknown) => Iterable<object>;

interface Demanding extends Demands {
  readonly schema: object;
}

/** Hundreds of alternatives mostly differ in a code: those that a body may fit are looked up by the one it has. */
export function candidatesOf(alternatives: readonly object[], schemas: Schemas): Candidates {
  const demanding = alternatives.map((schema): Demanding => ({ schema, ...demandsOf(schema, schemas) }));
  const path = mostFrequent(demanding.flatMap(({ constants }) => constants.map((constant) => constant.path)));
  const all = byMembers(demanding);
  if (path === undefined) return all;
  const byValue = new Map<unknown, object[]>();
  const open: Demanding[] = [];
  for (const one of demanding) {
    const values = one.constants.find((constant) => keyOf(constant.path) === keyOf(path))?.values;
    if (!values) open.push(one);
    for (const value of values ?? []) if (!byValue.get(value)?.push(one.schema)) byValue.set(value, [one.schema]);
  }
  const others = byMembers(open);
  return function* (body) {
    const value = valueAt(body, path);
    if (value !== undefined) yield* byValue.get(value) ?? [];
    yield* value === undefined ? all(body) : others(body);
  };
}

/** Others differ in what they ask for: a body fits none whose rarest member it lacks. */
function byMembers(demanding: readonly Demanding[]): Candidates {
  const counts = new Map<string, number>();
  const keys = demanding.flatMap(({ members }) => members.map(keyOf));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rarity = (path: Path) => counts.get(keyOf(path)) ?? 0;
  const free: object[] = [];
  const byHolder = new Map<string, { readonly path: Path; readonly byName: Map<string, object[]> }>();
  for (const { schema, members } of demanding) {
    const [rarest] = [...members].sort((a, b) => rarity(a) - rarity(b));
    if (rarest === undefined) free.push(schema);
    else {
      const [path, name] = [rarest.slice(0, -1), rarest.at(-1) ?? ""];
      const { byName } = byHolder.get(keyOf(path)) ?? { byName: new Map<string, object[]>() };
      byHolder.set(keyOf(path), { path, byName });
      if (!byName.get(name)?.push(schema)) byName.set(name, [schema]);
    }
  }
  return function* (body) {
    yield* free;
    for (const { path, byName } of byHolder.values()) {
      const holder = valueAt(body, path);
      // What is no object lacks nothing.
      const names = isObject(holder) ? Object.keys(holder) : byName.keys();
      for (const name of names) yield* byName.get(name) ?? [];
    }
  };
}

function valueAt(body: unknown, path: Path): unknown {
  return path.reduce((inner, name) => (isObject(inner) ? own(inner, name) : undefined), body);
}

function mostFrequent(paths: readonly Path[]): Path | undefined {
  const counts = new Map<string, { readonly path: Path; readonly count: number }>();
  for (const path of paths) counts.set(keyOf(path), { path, count: (counts.get(keyOf(path))?.count ?? 0) + 1 });
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.path;
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
