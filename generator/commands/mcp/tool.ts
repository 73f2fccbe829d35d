import type { JsonSchema } from "../../model/contract.js";
import type { Tool as ListedTool } from "../../vendor/mcp.js";
import type { Workspace } from "./workspace.js";

/** What an argument may be: plain enough for every model, and for a check of a few lines. */
export interface Parameter {
  readonly type: "string" | "integer" | "boolean";
  readonly description: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** An argument of tools that ask contracts. */
export const anotherDocument = {
  type: "string",
  description: "The path of an OpenAPI document to ask instead of the project's own.",
} as const;

export type Parameters = Readonly<Record<string, Parameter>>;

/** Arguments that were checked: members that were not given are undefined. */
export type Given<Own extends Parameters> = {
  readonly [Name in keyof Own]?: Own[Name]["type"] extends "integer"
    ? number
    : Own[Name]["type"] extends "boolean"
      ? boolean
      : Own[Name] extends { readonly enum: readonly (infer Value)[] }
        ? Value
        : string;
};

/**
 * What a tool answers, twice: as text for clients that show that, and as data. Many clients hand the data alone to the model,
 * so neither may say less than the other.
 */
export interface Answered {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Something that an agent may ask. */
export interface Tool {
  readonly listed: ListedTool;
  readonly parameters: Parameters;
  readonly required: readonly string[];
  readonly run: (given: Readonly<Record<string, unknown>>, workspace: Workspace) => Promise<Answered>;
}

/** A tool that only reads: `required` are the arguments that it can't do without. */
export function toolOf<const Own extends Parameters>(
  name: string,
  {
    title,
    description,
    parameters,
    required = [],
    output,
  }: {
    readonly title: string;
    readonly description: string;
    readonly parameters: Own;
    readonly required?: readonly (keyof Own & string)[];
    readonly output: Readonly<Record<string, JsonSchema>>;
  },
  run: (given: Given<Own>, workspace: Workspace) => Promise<Answered>,
): Tool {
  return {
    listed: {
      name,
      title,
      description,
      inputSchema: schemaOf(parameters, required),
      outputSchema: schemaOf(output, Object.keys(output)),
      annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    parameters,
    required,
    run: (given, workspace) => run(given as Given<Own>, workspace),
  };
}

function schemaOf(properties: object, required: readonly string[]): ListedTool["inputSchema"] {
  return { type: "object", properties: { ...properties }, required: [...required], additionalProperties: false };
}
