import type { Answered } from "../../../generator/diff/change.js";
import { bodyOf, unlistedOf } from "./document.js";
import { valuesOf } from "./shapes.js";
import type { ErrorSpec, OperationSpec, Spec } from "./spec.js";

/** An answer that a spec allows, and what it is. */
export interface ValidAnswer {
  /** The code of the error that it is; `sent`: the code in its body, which nobody listed. */
  readonly code: string;
  readonly sent: string | undefined;
  readonly operation: string;
  /** Where the operation is, whatever it is called. */
  readonly path: string;
  readonly answer: Answered;
}

/**
 * Answers that a spec allows: of each operation, status and error; where an error comes first, all kinds of its details.
 * Of a code that nobody listed, in each place: it is read by what its status declares. `named`: the statuses that another
 * spec tells apart, so that what a range holds in one is an answer too where the other says it by itself.
 */
export function answersUnder(spec: Spec, named: readonly string[] = []): ValidAnswer[] {
  const seen = new Set<string>();
  const isFirst = (name: string) => !seen.has(name) && seen.add(name) !== undefined;
  return spec.operations.flatMap((operation) =>
    operation.answers.flatMap(({ status: key, errors, bare: ofBare }) =>
      statusesOf(key, operation, named).flatMap((status): ValidAnswer[] => {
        const at = { operation: operation.id, path: operation.path };
        const bare = spec.bare.find((each) => each.key === ofBare);
        if (bare) {
          const body = bare.body ? { detail: "It failed." } : undefined;
          const answer = { status, headers: headersOf(spec, bare.waits, bare.body), body };
          return [{ ...at, code: `http_${key}`, sent: undefined, answer }];
        }
        const given = spec.errors.filter((error) => errors.includes(error.key));
        return given.flatMap((error) => {
          const waits = mayWait(spec, error);
          const bodies = bodiesOf(
            spec,
            error,
            isFirst(`${error.key}`),
            isFirst(`${error.key} ${operation.path} ${status}`),
          );
          const all = headersOf(spec, waits, true);
          return bodies.flatMap(({ code, body, sent, isEdge }) =>
            (isEdge ? [all, leastHeaders] : [all]).map((headers) => ({
              ...at,
              ...{ code: sent === undefined ? code : `http_${key}`, sent },
              answer: { status, headers, body },
            })),
          );
        });
      }),
    ),
  );
}

interface Body {
  readonly code: string;
  readonly sent: string | undefined;
  readonly body: object;
  /** With all that it may say, or with the least: it comes without the headers that may be left out, too. */
  readonly isEdge?: boolean;
}

function bodiesOf(spec: Spec, error: ErrorSpec, isNew: boolean, isNewHere: boolean): Body[] {
  const values = error.details ? valuesOf(error.details) : [undefined];
  const optional = error.details && !error.detailsRequired ? [undefined] : [];
  const bodies = (code: string | number, isSent: boolean): Body[] => {
    const isWhole = isSent ? isNewHere : isNew;
    const shown = isWhole ? [...values, ...optional] : values.slice(0, 1);
    const said = { code: String(code), sent: isSent ? String(code) : undefined };
    const body = bodyOf(spec, error, code, error.detailsRequired ? values[0] : undefined, false);
    const least = { ...said, body, isEdge: true };
    return [
      ...shown.map((details, at) => ({
        ...said,
        body: bodyOf(spec, error, code, details),
        isEdge: at === 0 && isWhole,
      })),
      least,
    ];
  };
  return [
    ...error.codes.flatMap((code) => bodies(code, false)),
    ...unlistedOf(error).flatMap((code) => bodies(code, true)),
  ];
}

/** Of each kind of status that clients tell apart by itself (RFC 9110, section 15; RFC 6585), and such as nobody knows. */
const inRanges = ["400", "401", "403", "404", "409", "418", "422", "429", "500", "503", "505"];

/** Statuses that a key stands for in an operation, which may say of some what they are by themselves. */
function statusesOf(key: string, { answers }: OperationSpec, named: readonly string[]): number[] {
  const exact = Number(key);
  if (exact) return [exact];
  const said = new Set(answers.map(({ status }) => status));
  const known = new Set([...inRanges, ...named.filter(Number)]);
  const isHere = (status: string) => key === "default" || status[0] === key[0];
  const isElse = (status: string) => !said.has(status) && (key !== "default" || !said.has(`${status[0]}XX`));
  const left = [...known].filter((status) => isHere(status) && isElse(status));
  return (left.length === 0 && key === "default" ? ["300"] : left).map(Number);
}

/** What an answer of an error says once it may say in any. */
function mayWait({ operations, errors }: Spec, { key }: ErrorSpec): boolean {
  const waiting = new Set(errors.filter(({ waits }) => waits).map((error) => error.key));
  const own = operations.flatMap(({ answers }) => answers).filter((answer) => answer.errors.includes(key));
  return own.some((answer) => answer.errors.some((each) => waiting.has(each)));
}

const leastHeaders = { "content-type": "application/json" };

function headersOf(spec: Spec, waits: boolean, body: boolean): Record<string, string> {
  return {
    ...(body ? { "content-type": "application/json" } : {}),
    // What says so once may say so in any answer.
    ...(waits || spec.delayHeader !== undefined ? { [(spec.delayHeader ?? "Retry-After").toLowerCase()]: "30" } : {}),
    [(spec.requestIdHeader ?? "X-Request-Id").toLowerCase()]: "h-1",
  };
}
