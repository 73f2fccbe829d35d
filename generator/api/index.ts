/** What programs may use of openapi-errors: functions that take paths or texts, give plain data, and never print or exit. */

export type { AuditReport, CodeSeen, Drift } from "../answers/audit-report.js";
export type { Fields } from "../answers/fields.js";
export type { Missing as MessageMissing } from "../catalogue/held.js";
export type { DiffChange } from "../commands/diff/report.js";
export type { Explained, ExplainedAnswer, ExplainedError } from "../commands/explain/explained.js";
export type { Answered, Change as ContractChange, Seen, Witness } from "../diff/change.js";
export type { Acceptance } from "../diff/exceptions.js";
export type { ChangeLevel, Facet, Hurt, RuleId } from "../diff/rules.js";
export type { Coverage, Evidence, JsonSchema, Status } from "../model/contract.js";
export type { Level, Position, Problem, ProblemCode } from "../problem/problem.js";
export type { ImportExtension } from "../read/needed-extension.js";
export type { Language } from "../read/target.js";
export type { Category, Retry } from "../runtime/category.js";
export type { Answer } from "../runtime/classify.js";
export type {
  ClosestRule,
  DelayHeader,
  DetailsShape,
  Envelope,
  ErrorRule,
  ParserContract,
  RetryPolicy,
  Shape,
} from "../runtime/contract.js";
export type { Classified, ClassifiedBase, Deviation, FieldError, RequestGiven, RequestInfo } from "../runtime/error.js";
export type { HeadersLike } from "../runtime/headers.js";
export type {
  ContractData,
  EnvelopeData,
  ErrorData,
  ExampleData,
  OperationData,
  ResponseData,
} from "../view/data/contract-data.js";
export type { CodeScanned, EnvelopeScanned, PlaceScanned, ScanData } from "../view/scan/scan-data.js";
export type { Change } from "../write/change.js";
export { type AuditOptions, type AuditResult, audit, type TrafficInput } from "./audit.js";
export { type ClassifyOptions, classify } from "./classify.js";
export { type DiffOptions, type DiffResult, diff } from "./diff.js";
export { type AnswerGiven, type ExplainOptions, type ExplainResult, explain } from "./explain.js";
export { type GenerateResult, generate, type OutputFile } from "./generate.js";
export { type LintOptions, type LintResult, lint } from "./lint.js";
export { type MessagesHeld, type MessagesOptions, type MessagesResult, messages } from "./messages.js";
export { type Mock, type MockError, type MockOptions, mock } from "./mock.js";
export type { DocumentInput, Documents, GenerateOptions, ReadOptions } from "./options.js";
export { type Contract, type ReadResult, readContract } from "./read-contract.js";
export { type ScanResult, scan } from "./scan.js";
