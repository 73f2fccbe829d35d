import type { JsonSchema } from "../model/contract.js";
import { merge, withNull } from "../model/definitions/merged.js";
import { isObject } from "../runtime/pointer.js";
import type { RuleId } from "./rules.js";

/** One way in which details differ, and a value that shows it. */
export interface DetailsDifference {
  readonly rule: RuleId;
  /** Names of members, `*` for the items of a list. */
  readonly path: readonly string[];
  readonly said: string;
  /** What stands there in an answer that shows it; `absent`: nothing. */
  readonly shown: { readonly value: unknown } | "absent" | "as it is";
}

/** What the details of an error may be now that they could not be before. */
export function compareDetails(was: JsonSchema, is: JsonSchema, path: readonly string[] = []): DetailsDifference[] {
  const [before, after] = [withoutOnlyChoice(was), withoutOnlyChoice(is)];
  const gained = typesOf(after).filter((type) => !covers(typesOf(before), type));
  const name = path.length === 0 ? "the details" : `\`${path.join(".")}\``;
  if (gained.length > 0) {
    const onlyNull = gained.length === 1 && gained[0] === "null";
    const said = onlyNull ? `${name} may be null` : `${name} may be ${gained.join(" or ")}`;
    return [
      {
        rule: onlyNull ? "details-nullable" : "details-type-changed",
        path,
        said,
        shown: onlyNull ? { value: null } : { value: sampleOf({ ...after, type: gained[0] }) },
      },
    ];
  }
  const known = valuesOf(before)?.map((value) => JSON.stringify(value));
  const others = valuesOf(after) ?? otherValues[typesOf(after)[0] ?? "string"] ?? [];
  const [other] = known ? others.filter((value) => !known.includes(JSON.stringify(value))) : [];
  const widened: DetailsDifference[] =
    other === undefined
      ? []
      : [
          {
            rule: "details-enum-widened",
            path,
            said: `${name} may be ${valuesOf(after) ? JSON.stringify(other) : "anything"}`,
            shown: { value: other },
          },
        ];
  // What differs between alternatives, their values tell.
  if (choicesOf(before) || choicesOf(after)) return widened;
  return [...widened, ...compareMembers(before, after, path), ...compareItems(before, after, path)];
}

function choicesOf({ anyOf, oneOf }: JsonSchema): JsonSchema[] | undefined {
  return [anyOf, oneOf].find(Array.isArray)?.filter(isObject);
}

/** One alternative is none, and null beside it is one more type. */
function withoutOnlyChoice(schema: JsonSchema): JsonSchema {
  const choices = choicesOf(schema) ?? [];
  const [only, ...others] = choices.filter(({ type }) => type !== "null");
  if (!only || others.length > 0) return schema;
  const { anyOf: _, oneOf: __, ...rest } = schema;
  const whole = merge([rest, only]);
  return choices.length === 1 ? whole : withNull({ ...whole, nullable: true });
}

/** What may stand where a schema names no values: one that none has named. */
export const otherValues: Readonly<Record<string, readonly unknown[]>> = {
  string: ["another value"],
  integer: [1_000_001],
  number: [1_000_001.5],
  boolean: [true, false],
};

function compareMembers(before: JsonSchema, after: JsonSchema, path: readonly string[]): DetailsDifference[] {
  const members = propertiesOf(before);
  const left = propertiesOf(after);
  return Object.keys(members).flatMap((name): DetailsDifference[] => {
    const at = [...path, name];
    const shown = `\`${at.join(".")}\``;
    const was = members[name]!;
    const is = Object.hasOwn(left, name) ? left[name] : undefined;
    const always = requires(before, name);
    if (!is)
      return [
        always
          ? { rule: "details-member-removed", path: at, said: `${shown} is gone from the details`, shown: "absent" }
          : {
              rule: "details-optional-member-removed",
              path: at,
              said: `${shown} is gone from the details`,
              shown: "as it is",
            },
      ];
    const lost: DetailsDifference[] =
      always && !requires(after, name)
        ? [
            {
              rule: "details-member-optional",
              path: at,
              said: `${shown} may be left out of the details`,
              shown: "absent",
            },
          ]
        : [];
    return [...lost, ...compareDetails(was, is, at)];
  });
}

function compareItems(before: JsonSchema, after: JsonSchema, path: readonly string[]): DetailsDifference[] {
  return isObject(before.items) && isObject(after.items)
    ? compareDetails(before.items, after.items, [...path, "*"])
    : [];
}

function typesOf(schema: JsonSchema): readonly string[] {
  const { type, nullable } = schema;
  const own = [type ?? valuesOf(schema)?.map(typeOf) ?? []].flat().map(String);
  const choices = choicesOf(schema)?.flatMap(typesOf) ?? [];
  return [...new Set([...own, ...choices, ...(nullable === true ? ["null"] : [])])];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** A schema that says no type allows all; every integer is a number. */
function covers(types: readonly string[], type: string): boolean {
  return types.length === 0 || types.includes(type) || (type === "integer" && types.includes("number"));
}

/** The values that there are, where a schema says which. */
function valuesOf(schema: JsonSchema): readonly unknown[] | undefined {
  return Array.isArray(schema.enum) ? schema.enum : "const" in schema ? [schema.const] : undefined;
}

function propertiesOf({ properties }: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return isObject(properties) ? (properties as Record<string, JsonSchema>) : {};
}

function requires({ required }: JsonSchema, name: string): boolean {
  return Array.isArray(required) && required.includes(name);
}

/** A value that a schema allows: its own example where it has one. */
export function sampleOf(schema: JsonSchema, depth = 0): unknown {
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if ("example" in schema) return schema.example;
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if (depth > 20) return null;
  const [choice] = choicesOf(schema) ?? [];
  if (choice) return sampleOf(choice, depth + 1);
  const [type] = typesOf(schema);
  const members = propertiesOf(schema);
  if (type === "object" || Object.keys(members).length > 0)
    return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, sampleOf(member, depth + 1)]));
  if (type === "array") return isObject(schema.items) ? [sampleOf(schema.items, depth + 1)] : [];
  if (type === "integer" || type === "number") return typeof schema.minimum === "number" ? schema.minimum : 1;
  if (type === "boolean") return true;
  return type === "null" ? null : "text";
}

/** The same value with something else at a path. */
export function changedAt(value: unknown, path: readonly string[], shown: DetailsDifference["shown"]): unknown {
  if (shown === "as it is") return value;
  const [step, ...rest] = path;
  if (step === undefined) return shown === "absent" ? undefined : shown.value;
  if (step === "*") return Array.isArray(value) ? value.map((item) => changedAt(item, rest, shown)) : value;
  if (!isObject(value)) return value;
  const { [step]: member, ...others } = value;
  if (rest.length === 0 && shown === "absent") return others;
  return { ...value, [step]: changedAt(member, rest, shown) };
}
