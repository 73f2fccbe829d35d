import fc from "fast-check";

/** What a value may be, said apart from any schema: both the schema and the values are made of it. */
export type Shape = { readonly nullable: boolean } & (
  | { readonly kind: "string" | "integer" | "number" | "boolean" }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "const"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly items: Shape }
  | { readonly kind: "map"; readonly items: Shape }
  | { readonly kind: "either"; readonly of: readonly Shape[] }
  | ObjectShape
);

export interface ObjectShape {
  readonly kind: "object";
  readonly nullable: boolean;
  readonly members: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

const names = ["limit", "plan", "since", "size", "note"] as const;
const nullable = fc.boolean().map((yes) => yes && true);

const { shape, object } = fc.letrec<{ shape: Shape; leaf: Shape; object: ObjectShape }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ kind: fc.constantFrom("string", "integer", "number", "boolean"), nullable: fc.constant(false) }),
    fc.record({ kind: fc.constantFrom("string", "integer"), nullable }),
    fc.record({
      kind: fc.constant("enum" as const),
      nullable,
      values: fc.subarray(["free", "paid", "trial"], { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant("const" as const),
      nullable: fc.constant(false),
      value: fc.constantFrom("one", "two", 1, true),
    }),
  ),
  shape: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    tie("leaf"),
    tie("leaf"),
    fc.record({ kind: fc.constantFrom("array", "map"), nullable, items: tie("shape") }),
    fc.record({
      kind: fc.constant("either" as const),
      nullable: fc.constant(false),
      of: fc.constantFrom<readonly Shape[]>(
        [plain("string"), plain("integer")],
        [plain("boolean"), { kind: "array", nullable: false, items: plain("string") }],
        [objectOf("size", plain("integer")), objectOf("note", plain("string"))],
      ),
    }),
    tie("object"),
  ) as fc.Arbitrary<Shape>,
  object: fc.record({
    kind: fc.constant("object" as const),
    nullable: fc.constant(false),
    members: fc.uniqueArray(
      fc.record({ name: fc.constantFrom<string>(...names), required: fc.boolean(), shape: tie("shape") }),
      { selector: ({ name }) => name, maxLength: 3 },
    ),
  }),
}));

export { object as anyObject, shape as anyShape };

function plain(kind: "string" | "integer" | "boolean"): Shape {
  return { kind, nullable: false };
}

function objectOf(name: string, member: Shape): Shape {
  return { kind: "object", nullable: false, members: [{ name, required: true, shape: member }] };
}

/** The JSON Schema that says it. */
export function schemaOf(of: Shape): object {
  const plainly = plainSchemaOf(of);
  if (!of.nullable) return plainly;
  if (of.kind === "enum") return { enum: [...of.values, null] };
  return "type" in plainly ? { ...plainly, type: [plainly.type, "null"] } : { anyOf: [plainly, { type: "null" }] };
}

function plainSchemaOf(of: Shape): object {
  switch (of.kind) {
    case "enum":
      return { type: "string", enum: of.values };
    case "const":
      return { const: of.value };
    case "array":
      return { type: "array", items: schemaOf(of.items) };
    case "map":
      return { type: "object", additionalProperties: schemaOf(of.items) };
    case "either":
      return { oneOf: of.of.map(schemaOf) };
    case "object":
      return {
        type: "object",
        ...(of.members.some(({ required }) => required)
          ? { required: of.members.filter(({ required }) => required).map(({ name }) => name) }
          : {}),
        properties: Object.fromEntries(of.members.map(({ name, shape: member }) => [name, schemaOf(member)])),
      };
    default:
      return { type: of.kind };
  }
}

/** Values that the shape allows, so that each thing that it leaves open is seen in one of them; the first is whole. */
export function valuesOf(of: Shape): readonly unknown[] {
  return of.nullable ? [...plainValuesOf(of), null] : plainValuesOf(of);
}

function plainValuesOf(of: Shape): readonly unknown[] {
  switch (of.kind) {
    case "string":
      return ["some text"];
    case "integer":
      return [7];
    case "number":
      return [1.5, 7];
    case "boolean":
      return [true, false];
    case "enum":
      return of.values;
    case "const":
      return [of.value];
    case "array":
      return [...valuesOf(of.items).map((item) => [item]), []];
    case "map":
      return [...valuesOf(of.items).map((item) => ({ any: item })), {}];
    case "either":
      return of.of.flatMap(valuesOf);
    case "object": {
      const each = of.members.map(({ name, shape: member }) => [name, valuesOf(member)] as const);
      const whole = Object.fromEntries(each.map(([name, [first]]) => [name, first]));
      return [
        whole,
        ...each.flatMap(([name, [, ...others]]) => others.map((value) => ({ ...whole, [name]: value }))),
        ...of.members.flatMap(({ name, required }) => (required ? [] : [without(whole, name)])),
        Object.fromEntries(of.members.flatMap(({ name, required }) => (required ? [[name, whole[name]]] : []))),
      ];
    }
  }
}

function without(value: Readonly<Record<string, unknown>>, name: string): object {
  const { [name]: _, ...rest } = value;
  return rest;
}
