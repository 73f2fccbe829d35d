import type { Contract, ContractError, Example } from "../../model/contract.js";
import { isObject, valueAt } from "../../runtime/pointer.js";
import type { IndexedContract } from "../contract-index.js";
import { errorRow, errorText, retiredViews } from "../markdown/reference.js";
import { codeBlock, codeSpan, inlineMarkdown, linkTarget, markdownAfter } from "../markdown/text.js";
import { neighboursOf } from "../neighbours.js";
import { withCodesFirst } from "../shown-examples.js";
import { typescriptSnippet } from "../snippet/typescript.js";
import { errorsByGroup } from "../words.js";
import { schemaName, sectionLink } from "./links.js";
import { pathsWithErrors } from "./paths.js";
import { followed } from "./references.js";

type JsonObject = Readonly<Record<string, unknown>>;

/** The members of a document that the errors are woven into. */
interface Authored {
  readonly info?: JsonObject;
  readonly components?: { readonly schemas?: JsonObject; readonly responses?: JsonObject };
  readonly tags?: unknown;
  readonly "x-tagGroups"?: unknown;
}

/** The texts that the templates give. */
export interface RedocTexts {
  readonly introduction: string;
  readonly catalogue: string;
  /** By code. */
  readonly sections: ReadonlyMap<string, string>;
  /** By operation id. */
  readonly operations: ReadonlyMap<string, string>;
}

/** What the template of a code's section shows. */
export function sectionView(error: ContractError, index: IndexedContract) {
  const { pages } = index;
  const { shown, hasMore } = neighboursOf(error, index);
  return {
    ...errorRow(error),
    ...errorText(error, index),
    page: linkTarget(`errors/${pages.get(error.code)}.html`),
    snippet: codeBlock("ts", typescriptSnippet(error, index)),
    neighbours: shown.map((other) => ({
      code: codeSpan(other.code),
      link: linkTarget(sectionLink(other)),
      titleInLine: inlineMarkdown(other.title),
    })),
    hasMoreNeighbours: hasMore,
  };
}

/** What the template of the catalogue shows. */
export function catalogueView(index: IndexedContract) {
  const { contract } = index;
  return {
    title: inlineMarkdown(contract.title),
    groups: errorsByGroup(contract).map(({ name, description, errors }) => ({
      name: inlineMarkdown(name),
      description: description === undefined ? undefined : markdownAfter(description),
      errors: errors.map((error) => ({ ...errorRow(error), link: linkTarget(sectionLink(error)) })),
    })),
    retired: retiredViews(contract),
  };
}

/**
 * The document as Redoc shows it best: after what its author wrote, an introduction; at each operation its errors; and a
 * tag `Errors` with the catalogue, and under it a schema for each error with its section as description and its body as
 * sample.
 */
export function redocDocument(document: JsonObject, unordered: Contract, texts: RedocTexts): JsonObject {
  const contract = withCodesFirst(unordered);
  const { info, components, tags, "x-tagGroups": tagGroups } = document as Authored;
  const sections = contract.errors.map((error): [string, JsonObject] => [
    schemaName(error),
    {
      ...bodySchema(error, document),
      title: error.code,
      description: texts.sections.get(error.code) ?? "",
      "x-tags": [tagName],
    },
  ]);
  const woven = pathsWithErrors(document, contract, texts.operations);
  const responses = { ...components?.responses, ...woven.responses };
  return {
    ...document,
    info: { ...withoutRemoteLogo(info), description: introduced(info?.description, texts.introduction) },
    paths: woven.paths,
    tags: [...(Array.isArray(tags) ? tags : []), { name: tagName, description: texts.catalogue }],
    // Where tags are grouped, one that is in no group would not be shown.
    ...(Array.isArray(tagGroups) ? { "x-tagGroups": [...tagGroups, { name: tagName, tags: [tagName] }] } : {}),
    components: {
      ...components,
      ...(Object.keys(woven.responses).length > 0 && { responses }),
      schemas: { ...components?.schemas, ...Object.fromEntries(sections) },
    },
  };
}

const tagName = "Errors";

/** The page loads nothing from elsewhere: a logo shows where the document holds it. */
function withoutRemoteLogo(info: Authored["info"]): JsonObject {
  const { "x-logo": logo, ...rest } = info ?? {};
  const url = valueAt(logo, "/url");
  return typeof url === "string" && url.startsWith("data:image/") ? { ...rest, "x-logo": logo } : rest;
}

/** The introduction after what the author wrote. */
function introduced(description: unknown, introduction: string): string {
  return typeof description === "string" ? `${description}\n\n${introduction}` : introduction;
}

/** The author's schema of the body: the component of a code, or what the response of a status-only error holds. */
function bodySchema({ source, examples }: ContractError, document: JsonObject): JsonObject {
  const defined = source.startsWith("#") ? valueAt(document, source.slice(1)) : undefined;
  const content = valueAt(defined, "/content");
  const [media] = isObject(content) ? Object.values(content) : [];
  const schema = schemaOf(content === undefined ? defined : valueAt(media, "/schema"), document);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (!Array.isArray(alternatives)) return { ...schema, ...samples(examples) };
  const bySchema = new Map<unknown, Example[]>();
  for (const example of examples) {
    const reference = `#${example.schema}`;
    if (!bySchema.get(reference)?.push(example)) bySchema.set(reference, [example]);
  }
  // Redoc takes the sample of the alternative that is chosen, and makes one up where it has none.
  const shown = alternatives.map((alternative) => ({
    ...schemaOf(alternative, document),
    ...samples(bySchema.get(valueAt(alternative, "/$ref")) ?? []),
  }));
  return { ...schema, [schema.anyOf ? "anyOf" : "oneOf"]: shown };
}

function samples(examples: readonly Example[]): JsonObject {
  return examples.length > 0 ? { examples: examples.map(({ body }) => body ?? null) } : {};
}

function schemaOf(schema: unknown, document: JsonObject): JsonObject {
  const own = followed(schema, document);
  return isObject(own) ? own : { type: "object" };
}
