import type { Tool } from "./tool.js";
import { checkDocument } from "./tools/check-document.js";
import { diffErrors } from "./tools/diff-errors.js";
import { explainError } from "./tools/explain-error.js";
import { handleErrors } from "./tools/handle-errors.js";
import { listErrors } from "./tools/list-errors.js";
import { scanDocument } from "./tools/scan-document.js";

/** Few: each is read by a model at the start of every session. */
export const tools: readonly Tool[] = [listErrors, explainError, handleErrors, checkDocument, diffErrors, scanDocument];
