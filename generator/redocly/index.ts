/** A plugin of Redocly CLI, as redocly.yaml names it: `plugins: [openapi-errors/redocly]`. */
export interface RedoclyPlugin {
  readonly id: "openapi-errors";
  /** By the version of the documents that they are for. None yet: `openapi-errors lint` has the checks. */
  readonly rules: { readonly oas3: Readonly<Record<string, never>> };
}

/**
 * Makes the plugin.
 *
 * @example
 * // redocly.yaml
 * // plugins:
 * //   - openapi-errors/redocly
 */
export default function openapiErrorsPlugin(): RedoclyPlugin {
  return { id: "openapi-errors", rules: { oas3: {} } };
}
