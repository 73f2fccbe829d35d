import { Option } from "commander";
import { evidences } from "../model/contract.js";
import { formats } from "../problem/print.js";
import { auditFormats } from "./audit/formats.js";
import { oneMore, oneOfEach, parseDocsUrl, parseFolder, parseId } from "./flags.js";

/** The arguments and options that several commands have. */

export const format = () => new Option("--format <format>", "how to print").choices(formats).default("text");
export const evidence = [
  "--evidence <kinds>",
  `what makes a code listed, with commas: ${evidences.join(", ")}`,
  oneOfEach(evidences),
] as const;
export const overlay = [
  "--overlay <file>",
  "an OpenAPI Overlay to apply to the document; may be given again",
  oneMore,
] as const;
export const docsUrl = [
  "--docs-url <url>",
  "where the docs will be served, for links to the page of a code",
  parseDocsUrl,
] as const;
export const contract = [
  "--contract <file>",
  "an OpenAPI document, an errors.json, or what redocly.yaml calls it; may be given again; default: its `apis`",
  oneMore,
] as const;
export const root = ["--root <folder>", "the folder that references may not leave", parseFolder] as const;
export const id = ["--id <id>", "what the API is called, whatever its document says", parseId] as const;
export const documents = [
  "[documents...]",
  "OpenAPI documents, by their paths or as redocly.yaml calls them; default: its `apis`",
] as const;

export const failOnDrift = () =>
  new Option("--fail-on <what>", "exit 1 where traffic departs from a contract")
    .choices(["drift", "none"])
    .default("drift");
export const auditFormat = () => new Option("--format <format>", "how to print").choices(auditFormats).default("text");
