/** How much a change weighs: whether an answer that the new contract allows is misread by a client of the old one. */
export type ChangeLevel = "breaking" | "warning" | "note";

/** What a change is about. */
export type Facet =
  | "code"
  | "status"
  | "operation"
  | "envelope pointer"
  | "details"
  | "fields"
  | "retry"
  | "delay"
  | "closest"
  | "category"
  | "headers"
  | "media type";

export interface Rule {
  readonly facet: Facet;
  readonly level: ChangeLevel;
  /** Who is hurt, by what they do. */
  readonly hurts: readonly Hurt[];
  /** What it means, in one sentence. */
  readonly meaning: string;
}

export type Hurt =
  | "clients that match a code"
  | "clients that match exhaustively"
  | "clients that name an operation"
  | "clients that retry"
  | "clients that read details"
  | "clients that show fields"
  | "clients that show messages"
  | "servers"
  | "support"
  | "dashboards";

const rule = (facet: Facet, level: ChangeLevel, hurts: readonly Hurt[], meaning: string): Rule => ({
  facet,
  level,
  hurts,
  meaning,
});

const matching: readonly Hurt[] = ["clients that match a code", "dashboards"];
const reading: readonly Hurt[] = ["clients that read details"];
const retrying: readonly Hurt[] = ["clients that retry"];

/** Which change hurts whom. The names are public: exceptions and reports hold them. */
export const rules = {
  "api-renamed": rule(
    "operation",
    "breaking",
    ["clients that match a code"],
    "The API has another id: folders, types and `api` of its errors are called after it.",
  ),
  "api-removed": rule(
    "operation",
    "breaking",
    matching,
    "An API is gone as a whole, with all of its codes: redocly.yaml lists it no more.",
  ),
  "code-removed": rule(
    "code",
    "breaking",
    matching,
    "A code is gone: what was written for it never runs again, and does not compile with the new types.",
  ),
  "code-renamed": rule(
    "code",
    "breaking",
    matching,
    "A code has another name on the wire: clients of the old contract do not know it.",
  ),
  "code-retired": rule(
    "code",
    "note",
    ["clients that match a code"],
    "A code is retired: it is not sent any more, and never gets another meaning.",
  ),
  "code-added": rule(
    "code",
    "warning",
    ["clients that match exhaustively"],
    "An operation that was there answers with a code that is new: clients of the old contract read it as unlisted.",
  ),
  "code-added-to-new-operations": rule(
    "code",
    "note",
    [],
    "A code is new, and only operations give it that are new too.",
  ),
  "code-type-changed": rule(
    "code",
    "breaking",
    ["clients that match a code"],
    "A code that was a text is a number in the body, or the other way round.",
  ),
  "code-revived": rule(
    "code",
    "warning",
    ["clients that match a code"],
    "A retired code is given again, with the meaning that it had: clients of the old contract read it as unlisted.",
  ),
  "code-reused": rule(
    "code",
    "breaking",
    [...matching, "support"],
    "A retired code is given with another meaning: whoever still knows it takes the one error for the other.",
  ),
  "tombstone-removed": rule(
    "code",
    "breaking",
    ["servers"],
    "A retired code is not in the contract any more: nothing keeps it from being used again with another meaning.",
  ),
  "evidence-lost": rule(
    "code",
    "warning",
    ["clients that match a code"],
    "The contract no longer lists the code, it is only seen in an example.",
  ),
  "status-moved": rule("status", "breaking", matching, "An error comes with another status than before."),
  "status-added": rule(
    "status",
    "warning",
    ["clients that match a code", "dashboards"],
    "An error comes with one more status.",
  ),
  "status-removed": rule("status", "note", [], "An error does not come with one of its statuses any more."),
  "error-added": rule(
    "operation",
    "warning",
    ["clients that match exhaustively"],
    "An operation answers with an error that it did not have before; the API did.",
  ),
  "error-removed": rule("operation", "note", [], "An operation does not answer with an error any more; others do."),
  "operation-renamed": rule(
    "operation",
    "breaking",
    ["clients that name an operation"],
    "An operation has another id: `ErrorOf` and the parser's `operation` are called by it.",
  ),
  "operation-removed": rule(
    "operation",
    "note",
    ["clients that name an operation"],
    "An operation is gone, with its errors.",
  ),
  "envelope-moved": rule(
    "envelope pointer",
    "breaking",
    [...matching, "clients that show messages", ...reading, "clients that show fields", ...retrying, "support"],
    "Several parts of the body stand elsewhere, as what holds them does: the old parser finds none of them.",
  ),
  "code-moved": rule(
    "envelope pointer",
    "breaking",
    matching,
    "The code stands elsewhere in the body: the old parser does not find it.",
  ),
  "message-moved": rule(
    "envelope pointer",
    "breaking",
    ["clients that show messages"],
    "The message stands elsewhere in the body.",
  ),
  "details-moved": rule("envelope pointer", "breaking", reading, "The details stand elsewhere in the body."),
  "request-id-moved": rule("envelope pointer", "breaking", ["support"], "The request id stands elsewhere."),
  "body-removed": rule(
    "envelope pointer",
    "breaking",
    ["clients that show messages"],
    "Answers that had a body have none that is declared.",
  ),
  "delay-moved": rule("delay", "breaking", retrying, "How long to wait is said elsewhere."),
  "envelope-constant-changed": rule(
    "envelope pointer",
    "breaking",
    matching,
    "A constant of the envelope is another: by it the old parser knows the body.",
  ),
  "details-removed": rule("details", "breaking", reading, "An error has no details any more."),
  "details-member-removed": rule(
    "details",
    "breaking",
    reading,
    "A member of the details that was always there is gone.",
  ),
  "details-member-optional": rule(
    "details",
    "breaking",
    reading,
    "A member of the details that was always there may be left out.",
  ),
  "details-optional-member-removed": rule(
    "details",
    "warning",
    reading,
    "A member of the details that could be there is gone.",
  ),
  "details-type-changed": rule("details", "breaking", reading, "A member of the details has another type."),
  "details-nullable": rule("details", "breaking", reading, "A member of the details may be null."),
  "details-enum-widened": rule(
    "details",
    "breaking",
    reading,
    "A member of the details may have values that it could not have before.",
  ),
  "fields-moved": rule(
    "fields",
    "breaking",
    ["clients that show fields"],
    "The field errors stand elsewhere, or nowhere.",
  ),
  "fields-added": rule(
    "fields",
    "note",
    [],
    "The contract says where field errors stand, which it did not: clients of the old one do not show them.",
  ),
  "retry-stopped": rule("retry", "breaking", retrying, "An error that was sent again is not to be sent again."),
  "retry-started": rule(
    "retry",
    "warning",
    retrying,
    "An error that was final may be sent again: clients of the old contract give up too early.",
  ),
  "retry-needs-idempotence": rule(
    "retry",
    "breaking",
    retrying,
    "What any method could send again, only an idempotent one may: the work may have been done.",
  ),
  "retry-any-method": rule("retry", "warning", retrying, "What only an idempotent method could send again, any may."),
  "retry-policy-changed": rule("retry", "note", retrying, "How often and how patiently to try is said anew."),
  "category-changed": rule("category", "warning", ["dashboards"], "An error is counted as another kind of error."),
  "closest-changed": rule(
    "closest",
    "warning",
    ["clients that match a code"],
    "Codes that nobody listed are to be treated as others than before.",
  ),
  "header-removed": rule("headers", "warning", retrying, "An answer does not declare a header any more."),
  "header-optional": rule("headers", "warning", retrying, "An answer may come without a header that it always had."),
  "media-type-changed": rule(
    "media type",
    "warning",
    ["clients that read details"],
    "A body comes in a form that the old parser does not read.",
  ),
  deprecated: rule("code", "note", ["clients that match a code"], "A code is deprecated."),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;
