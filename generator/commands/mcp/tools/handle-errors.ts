import { allCodes } from "../../../model/derived/all-codes.js";
import { indexContract } from "../../../view/contract-index.js";
import { codeBlock } from "../../../view/markdown/text.js";
import { pythonOfOperation } from "../../../view/snippet/operation-python.js";
import { serverOfOperation } from "../../../view/snippet/operation-server.js";
import { typescriptOfOperation } from "../../../view/snippet/operation-typescript.js";
import { pythonSnippet } from "../../../view/snippet/python.js";
import { typescriptSnippet } from "../../../view/snippet/typescript.js";
import { boundedText, told } from "../bounded.js";
import { generatedModule, type HandlerLanguage } from "../generated-module.js";
import { operationInWords, operationsMeant } from "../operations.js";
import { Refusal } from "../refusal.js";
import { anotherDocument, toolOf } from "../tool.js";
import { apisNamed, type ReadApi } from "../workspace.js";

export const handleErrors = toolOf(
  "handle_errors",
  {
    title: "Code that handles all errors of an operation, or one",
    description:
      "A program in TypeScript or Python that calls an operation and handles every error that it declares (or one code), by the code that openapi-errors generates from the contract; in TypeScript a code left out does not compile. For a server: how to throw each of them. Call it before writing error handling yourself, and adapt what it gives.",
    parameters: {
      operation: {
        type: "string",
        description: "The operation: its id (createOrder), or method and path or URL (POST /v1/orders).",
      },
      code: { type: "string", description: "Instead of an operation: the one code to handle." },
      side: {
        type: "string",
        enum: ["client", "server"],
        description: "server: code that throws each error, with the details that it needs. Default: client.",
      },
      language: { type: "string", enum: ["typescript", "python"], description: "Default: by `file`, else typescript." },
      file: {
        type: "string",
        description: "The path of the file that the code is for, so that its imports are right.",
      },
      api: { type: "string", description: "The id of an API, where several have the operation or code." },
      document: anotherDocument,
    },
    output: {
      api: { type: "string" },
      operation: { type: ["string", "null"] },
      codes: { type: "array", items: { type: "string" } },
      language: { type: "string" },
      program: { type: "string" },
      notes: { type: "array", items: { type: "string" } },
    },
  },
  async ({ operation, code, side, language, file, api, document }, workspace) => {
    if ((operation === undefined) === (code === undefined))
      throw new Refusal("give `operation` or `code`, one of the two");
    if (file !== undefined && file.length > 500)
      throw new Refusal("`file` is no path: it is longer than 500 characters");
    const apis = apisNamed(api, await workspace.read(document));
    const as: HandlerLanguage = language ?? (file?.endsWith(".py") ? "python" : "typescript");
    if (side === "server" && (as === "python" || operation === undefined))
      throw new Refusal("code for a server is TypeScript, and for an `operation`");
    const made =
      operation === undefined
        ? programOfCode(code ?? "", apis, as, file)
        : programOf(operation, apis, side === "server" ? side : as, file);
    const { read, codes, program } = made;
    const notes = notesOf(made, side);
    const data = {
      api: read.contract.id,
      operation: made.operation,
      codes: codes.slice(0, 200).map((each) => told(each, 300)),
      language: as,
      program,
      notes,
    };
    return { text: boundedText([codeBlock(as, program).text, ...notes, ""].join("\n"), "ask for one `code`"), data };
  },
);

interface Made {
  readonly read: ReadApi;
  readonly operation: string | null;
  readonly codes: readonly string[];
  readonly program: string;
  /** Codes that have no handler of their own in it. */
  readonly left: number;
  /** What to run first. */
  readonly missing: string | undefined;
}

function notesOf({ codes, left, missing }: Made, side: "client" | "server" | undefined): string[] {
  const run =
    missing === undefined ? [] : [`the code that it imports is not generated yet: run \`${told(missing, 500)}\``];
  const more = left > 0 ? [`${left} more codes are left out here: list_errors has all`] : [];
  if (side === "server")
    return [...run, ...more, "behind the details stand options: { message, requestId, retryAfter, cause }"];
  const none =
    codes.length === 0 ? ["the contract says nothing of its errors: what comes is unlisted, and has a category"] : [];
  return [
    ...run,
    ...more,
    ...none,
    "a client that is not fetch: parse its status, headers and body (parseError, parse_error)",
  ];
}

type Kind = HandlerLanguage | "server";

/** How many handlers a program has, at the most; a model reads no more than so many characters of it. */
const sizes = [30, 12, 4, 0];
const mostProgram = 16_000;

const writers = { typescript: typescriptOfOperation, python: pythonOfOperation, server: serverOfOperation };

function programOf(word: string, apis: readonly ReadApi[], kind: Kind, file: string | undefined): Made {
  const [found, ...others] = operationsMeant(word, apis);
  if (!found) throw new Refusal(`no operation is \`${told(word, 200)}\``);
  if (others.length > 0) throw new Refusal(several(word, [found, ...others]));
  const { contract, operation } = found;
  const errors = contract.errors.filter(({ operations }) => operations.includes(operation.id));
  const { from, missing } = generatedModule(found, kind === "python" ? kind : "typescript", file);
  const index = indexContract(contract);
  const programs = sizes.map((size) => () => ({ size, text: writers[kind](operation, errors, index, from, size) }));
  const program = firstShort(programs);
  return {
    read: found,
    operation: operationInWords(operation),
    codes: errors.map((error) => error.code),
    program: program.text,
    left: Math.max(0, errors.length - program.size),
    missing,
  };
}

function firstShort(makers: readonly (() => { readonly size: number; readonly text: string })[]) {
  for (const make of makers) {
    const made = make();
    if (made.text.length <= mostProgram) return made;
  }
  throw new Refusal("its id or its path is too long for a program");
}

function programOfCode(
  code: string,
  apis: readonly ReadApi[],
  language: HandlerLanguage,
  file: string | undefined,
): Made {
  const found = apis.flatMap((api) =>
    allCodes(api.contract).flatMap((error) => (error.code === code ? [{ ...api, error }] : [])),
  );
  const [first, ...others] = found;
  if (!first) throw new Refusal(`no API lists the code \`${told(code, 200)}\`: explain_error says which may be meant`);
  if (others.length > 0) throw new Refusal(several(code, found));
  const { contract, error } = first;
  if (error.retired) throw new Refusal(`\`${told(code, 200)}\` is retired: no answer has it any more`);
  const { from, missing } = generatedModule(first, language, file);
  const write = language === "python" ? pythonSnippet : typescriptSnippet;
  const program = write(error, indexContract(contract), from);
  if (program.length > mostProgram) throw new Refusal("its code or its path is too long for a program");
  return { read: first, operation: null, codes: [code], program, left: 0, missing };
}

function several(word: string, apis: readonly ReadApi[]): string {
  const ids = [...new Set(apis.map(({ contract }) => `\`${contract.id}\``))];
  return ids.length > 1
    ? `${ids.length} APIs have \`${told(word, 200)}\`: say which one with \`api\`: ${ids.slice(0, 20).join(", ")}`
    : `\`${told(word, 200)}\` is several operations: name one by its id, or with its method as well`;
}
