// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
export { ApiError, isErrorOf, parseAnswer } from "./api-error.js";
export type { Category, Retry } from "./category.js";
export { type Answer, classifyAnswer, type ParseOptions } from "./classify.js";
export type {
  ClosestRule,
  DetailsShape,
  Envelope,
  ErrorRule,
  ParserContract,
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
  UnlistedCode,
  UnlistedError,
} from "./error.js";
export { errorFromResponse, type ReadOptions, type ResponseLike } from "./error-from.js";
export type { HeadersLike } from "./headers.js";
export type { ErrorInfo } from "./info.js";
export { matchError } from "./match.js";
export type { CodesOf } from "./operation.js";
export { delayBeforeRetry, type RetryOptions } from "./retry-delay.js";
