import type { DetailsShape, Envelope, ErrorRule, ParserContract, RetryContract } from "../../runtime/contract.js";
import { type Shared, shareRepeated } from "../shared.js";
import { call, dict, list, type PythonCode } from "./code.js";
import { jsonCode, quoted } from "./text.js";

/** The shapes of details that several errors share: each is written once. */
export function sharedShapes({ errors }: ParserContract): Shared<Shape> {
  const shapes = Object.values(errors).flatMap(({ details }) => (details ? [shapeOf(details)] : []));
  return shareRepeated(shapes, "_DETAILS_", 20);
}

/** The parser's contract as Python. What the operations answer stands beside it, in `OPERATIONS`. */
export function contractCode(contract: ParserContract & Omit<RetryContract, "contract">, shapes: Shared<Shape>) {
  const { api, envelopes, errors, closest, requestIdHeaders, delayHeaders, retryPolicy, methods } = contract;
  const { attempts, base, cap } = retryPolicy;
  return call("ParserContract", {
    api: quoted(api),
    envelopes: list(envelopes.map(envelopeCode)),
    errors: dict(Object.entries(errors).map(([code, rule]) => [quoted(code), ruleCode(rule, shapes)])),
    operations: "OPERATIONS",
    retry_policy: call("RetryPolicy", { attempts: jsonCode(attempts), base: jsonCode(base), cap: jsonCode(cap) }),
    methods: methods && Object.keys(methods).length > 0 ? jsonCode(methods) : undefined,
    closest:
      closest && list(closest.map(({ match, as }) => call("ClosestRule", { match: quoted(match), as_: quoted(as) }))),
    request_id_headers: requestIdHeaders && jsonCode(requestIdHeaders),
    delay_headers: delayHeaders && list(delayHeaders.map((header) => call("DelayHeader", texts({ ...header })))),
  });
}

function envelopeCode(envelope: Envelope): PythonCode {
  const { code, codeOptional, codeType, codeHeader, message, messageType, details, requestId } = envelope;
  const { delay, fields, field, literals } = envelope;
  return call("Envelope", {
    ...texts({ code, message, details, request_id: requestId, delay, fields, field }),
    code_optional: codeOptional ? "True" : undefined,
    ...texts({ code_type: codeType, code_header: codeHeader }),
    message_type: messageType && jsonCode(messageType),
    literals: literals && jsonCode(literals),
  });
}

function ruleCode(rule: ErrorRule, { nameOf }: Shared<Shape>): PythonCode {
  const { statuses, fields, details, empty, textTypes, bareTypes } = rule;
  const shape = details && shapeOf(details);
  return call("ErrorRule", {
    statuses: jsonCode(statuses),
    ...texts({ category: rule.category, retry: rule.retry, fields }),
    details: shape && (nameOf(shape) ?? jsonCode(shape)),
    details_optional: details?.optional ? "True" : undefined,
    empty: empty === true ? "True" : empty && quoted(empty),
    text_types: textTypes && jsonCode(textTypes),
    bare_types: bareTypes && jsonCode(bareTypes),
  });
}

type Shape = Omit<DetailsShape, "optional">;

function shapeOf({ optional: _, ...shape }: DetailsShape): Shape {
  return shape;
}

function texts(values: Readonly<Record<string, string | undefined>>): Record<string, PythonCode | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([key, text]) => [key, text === undefined ? text : quoted(text)]),
  );
}
