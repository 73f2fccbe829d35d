import { codesTooMany, contractEmpty } from "../problem/contract.js";
import { idReserved } from "../problem/id.js";
import type { Problem } from "../problem/problem.js";
import { problemAt, problemAtKey } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import { freeId, reservedIds } from "../read/reserved-ids.js";
import { child, textAt } from "../read/source.js";
import { bareBodiesIn } from "./answers/bare-bodies.js";
import { type ErrorResponse, readErrorResponses, statusOnlyCode } from "./answers/error-responses.js";
import { type ExampleNode, readExamples } from "./answers/examples.js";
import { withGiven } from "./answers/given-codes.js";
import { literalsOf } from "./answers/literals.js";
import { messageTypeOf } from "./answers/message-type.js";
import { checkIdleEntries } from "./checks/code-lists.js";
import { checkConsistency } from "./checks/consistency.js";
import { checkEnvelopes, type Loss } from "./checks/envelope-problems.js";
import { type LostKey, misspeltKeys } from "./checks/misspelt-keys.js";
import { checkOperationIds } from "./checks/operation-ids.js";
import { checkUnlisted } from "./checks/unlisted-codes.js";
import type { Contract, Coverage, Envelope, Operation } from "./contract.js";
import { readDefinitions } from "./definitions/definitions.js";
import { errorSchemas } from "./definitions/error-schemas.js";
import { readErrors } from "./definitions/errors.js";
import { readStatuses } from "./definitions/statuses.js";
import { type OperationNode, readOperations } from "./document/operations.js";
import { readServer } from "./document/server.js";
import { type ContractOptions, readSettings, type Settings } from "./document/settings.js";
import { type OutsideCodes, outsideCodes } from "./evidence/outside-codes.js";
import { headerRoles } from "./infer/header-roles.js";
import { errorsInSuccess } from "./survey/errors-in-success.js";
import { readSurvey, type Survey } from "./survey/survey.js";

/** A contract, what is wrong with it, its examples with their places, to be proven, and its schemas. */
export interface Built {
  readonly contract: Contract;
  readonly problems: readonly Problem[];
  /** What is wrong in such a way that codes are not found, if anything is. */
  readonly loss: Loss | undefined;
  readonly examples: readonly ExampleNode[];
  /** The error part of the document's schemas, by name. */
  readonly schemas: () => Readonly<Record<string, unknown>>;
  /** What a person wants to know who has not prepared the document yet. */
  readonly survey: () => Survey;
  /** Codes that the document shows, and that its lists do not have: looked for only where others wrote the lists. */
  readonly unlisted: () => readonly Problem[];
}

/** Makes the contract of a document that was read and checked. */
export function buildContract(sources: Sources, options: ContractOptions): Built {
  const { document, follow } = sources;
  const declared = readSettings(document, options);
  const operations = readOperations(sources);
  const {
    envelopes,
    responses: all,
    extensions,
    misread,
    problems: unasked,
  } = readErrorResponses(operations, declared, sources);
  const settings = { ...declared, envelopes };
  const outside = outsideCodes(operations, all, extensions, settings, sources);
  const limit = checkLimit(all, outside, sources);
  const responses = limit.length > 0 ? [] : all;
  const { definitions, retired, problems } = readDefinitions(operations, responses, outside.listed, settings, sources);
  const examples = readExamples(responses, definitions, settings, follow);
  const { schemas, names } = errorSchemas(definitions, follow);
  const errors = readErrors(definitions, names, examples, outside.given, settings, sources);
  const found = { settings, operations, responses, definitions, retired, examples };
  const lostKeys = misspeltKeys(sources);
  const bareBodiesOf = bareBodiesIn(follow);
  const byOperation = groupByOperation(responses);
  const roles = headerRoles(
    responses.map(({ response }) => response),
    follow,
  );
  // Where nobody declared envelopes, they are what the bodies show.
  const shown = settings.prepared ? [] : examples.map(({ body }) => body);
  const wrong = settings.prepared ? checkEnvelopes(found, sources) : undefined;
  const title = textAt(document, "info", "title");
  return {
    contract: {
      id: settings.id,
      title: title === undefined || title.trim() === "" ? settings.id : title,
      version: textAt(document, "info", "version") ?? "",
      server: readServer(document),
      envelopes: settings.envelopes.map((envelope) => readEnvelope(envelope, responses, shown, follow)),
      requestIdHeaders: said(settings.requestIdHeaders, roles.requestIdHeaders),
      delayHeaders: said(settings.delayHeaders, roles.delayHeaders),
      closest: settings.closest.map(({ match, as }) => ({ match, as })),
      retryPolicy: settings.retryPolicy,
      groups: settings.groups,
      statuses: readStatuses(operations, errors, settings),
      errors,
      retired: readErrors(retired, names, [], new Map(), settings, sources).map((error) => ({
        ...error,
        retired: true,
      })),
      operations: operations.map((operation) =>
        withGiven(readOperation(operation, byOperation.get(operation.id) ?? [], bareBodiesOf), outside.given, settings),
      ),
      coverage: measure(operations, responses, follow),
    },
    // Whatever is found in what is left follows from it.
    problems:
      limit.length > 0
        ? limit
        : [
            ...checkId(settings, sources),
            ...checkOperationIds(operations),
            ...lostKeys.map(({ problem }) => problem),
            ...problems,
            ...unasked,
            ...(settings.prepared
              ? checkIdleEntries({ ofRoot: outside.seen, operations, codes: wireCodesOf(errors) }, settings)
              : []),
            ...(errors.length === 0 ? [problemAtKey(child(document, "paths"), contractEmpty(operations.length))] : []),
            ...(wrong ? [...wrong.problems, ...checkConsistency(found, sources)] : []),
          ],
    loss: limit.length > 0 ? undefined : lossOf(lostKeys, wrong?.loss),
    // An answer without a body is what many documents leave unsaid, and no example of anything.
    examples: settings.prepared ? examples : examples.filter(({ body }) => body !== undefined),
    schemas,
    unlisted: () => checkUnlisted(responses, new Set([...definitions, ...retired].map(({ code }) => code))),
    survey: () => ({ ...readSurvey(operations, responses, outside, follow), misread: misread() }),
  };
}

/** What the document says, else what was found. */
function said<T>(declared: readonly T[], found: readonly T[]): readonly T[] {
  return declared.length > 0 ? declared : found;
}

const maxCodes = 100_000;

/** Responses that share a schema share its list of codes: each list is looked at once. */
function codesOfAll(responses: readonly ErrorResponse[]): ReadonlySet<string> {
  return new Set([...new Set(responses.map(({ codes }) => codes))].flat());
}

function checkLimit(responses: readonly ErrorResponse[], outside: OutsideCodes, { document }: Sources): Problem[] {
  const codes = codesOfAll(responses);
  const count = codes.size + outside.listed.length;
  return count > maxCodes ? [problemAtKey(child(document, "paths"), codesTooMany(count, maxCodes))] : [];
}

function lossOf(lostKeys: readonly LostKey[], byEnvelope: Loss | undefined): Loss | undefined {
  return lostKeys.some(({ hidesErrors }) => hidesErrors) ? "key" : byEnvelope;
}

function wireCodesOf(errors: Contract["errors"]): string[] {
  return errors.filter(({ wire }) => wire).map(({ code }) => code);
}

function checkId({ id }: Settings, { document }: Sources): Problem[] {
  return reservedIds.has(id) ? [problemAt(child(document, "x-error-contract", "id"), idReserved(id, freeId(id)))] : [];
}

function readEnvelope(
  envelope: Settings["envelopes"][number],
  responses: readonly ErrorResponse[],
  shown: readonly unknown[],
  follow: Sources["follow"],
): Envelope {
  const { node: _, ...pointers } = envelope;
  const messageType = messageTypeOf(envelope, responses, follow);
  return {
    ...pointers,
    ...(messageType.length > 0 ? { messageType } : {}),
    literals: literalsOf(envelope, responses, shown, follow),
  };
}

function groupByOperation(responses: readonly ErrorResponse[]): ReadonlyMap<string, readonly ErrorResponse[]> {
  const groups = new Map<string, ErrorResponse[]>();
  for (const response of responses) {
    const { id } = response.operation;
    if (!groups.get(id)?.push(response)) groups.set(id, [response]);
  }
  return groups;
}

function readOperation(
  operation: OperationNode,
  own: readonly ErrorResponse[],
  bareBodiesOf: ReturnType<typeof bareBodiesIn>,
): Operation {
  const { id, method, path, summary } = operation;
  return {
    id,
    method,
    path,
    summary,
    responses: own.map(({ response, branches, codes, statusOnly }) => ({
      status: response.key,
      mediaTypes: response.media.map(({ type }) => type),
      ...bareBodiesOf(response.media, branches),
      codePointer: branches.find(({ found }) => found?.envelope.code !== undefined)?.found?.envelope.code,
      codes,
      errors: statusOnly ? [...codes, statusOnlyCode(response.key)] : codes,
    })),
  };
}

function measure(
  operations: readonly OperationNode[],
  responses: readonly ErrorResponse[],
  follow: Sources["follow"],
): Coverage {
  const count = (holds: (response: ErrorResponse) => boolean) => responses.filter(holds).length;
  return {
    operations: operations.length,
    operationsWithErrors: new Set(responses.map(({ operation }) => operation)).size,
    errorResponses: responses.length,
    withBody: count(({ response }) => response.media.length > 0),
    withCodePointer: count(({ branches }) => branches.some(({ found }) => found?.envelope.code !== undefined)),
    withListedCodes: count(({ codes }) => codes.length > 0),
    errorsInSuccess: errorsInSuccess(operations, follow).length,
  };
}
