// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

export type { AbortSignalLike, PlatformSignal } from "./abort.js";
export { ApiError, isErrorOf, parseAnswer } from "./api-error.js";
export type { Category, Retry } from "./category.js";
export { type Answer, classifyAnswer, type ParseOptions } from "./classify.js";
export type {
  ClosestRule,
  DetailsShape,
  Envelope,
  ErrorRule,
  ParserContract,
  RetryContract,
  RetryPolicy,
  Shape,
} from "./contract.js";
export type {
  Classified,
  ClassifiedAs,
  ClassifiedBase,
  Deviation,
  ErrorJSON,
  FieldError,
  ListedError,
  RequestGiven,
  RequestInfo,
  UnlistedCode,
  UnlistedError,
} from "./error.js";
export { errorFromResponse, type ReadOptions } from "./error-from.js";
export { errorOfJSON } from "./from-json.js";
export type { HeadersLike } from "./headers.js";
export type { ErrorInfo } from "./info.js";
export { type Match, matchError } from "./match.js";
export type { CodesOf } from "./operation.js";
export { type ProblemDetails, problemDetails } from "./problem-details.js";
export type { ResponseLike } from "./read-response.js";
export { type RetryBudget, type RetryBudgetOptions, retryBudget } from "./retry-budget.js";
export { delayBeforeRetry, type RetryOptions } from "./retry-delay.js";
export { telemetryAttributes } from "./telemetry.js";
export { isThrownOf, type Thrown, type ThrowOptions, throwable } from "./thrown-error.js";
export { type RetryNote, type Send, sendWithRetry, type WithRetryOptions } from "./with-retry.js";
