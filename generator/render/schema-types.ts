type Program = typeof import("../vendor/openapi-typescript.js");

/**
 * The types of a document that holds all that it refers to, as text. As openapi-typescript's own program makes them, but for
 * what reads, checks and bundles the document: that part is Redocly's, and takes longer to load than the document to be read.
 */
export async function schemaTypes(document: object): Promise<string> {
  return typesBy(await import("../vendor/openapi-typescript.js"), document);
}

/** The same by openapi-typescript as it is installed, or as it is built into the program. */
export function typesBy(program: Program, document: object): string {
  const { astToString, resolveRef, scanDiscriminators, transformSchema } = program;
  // A copy, since openapi-typescript changes what it is given.
  const schema = structuredClone(document) as Parameters<typeof transformSchema>[0];
  // Its own order is that of a language, which takes longer to load than all names to sort.
  const options = { alphabetize: false, silent: true };
  // `type: object` says that any members may stand there: by its default they would be typed `never`.
  const meaning = { defaultNonNullable: true, emptyObjectsUnknown: true };
  const context = {
    ...{ ...options, ...meaning, injectFooter: [] },
    discriminators: scanDiscriminators(schema, options),
    resolve: <T>(ref: string) => resolveRef<T>(schema, ref, options),
  };
  return astToString(transformSchema(schema, context as unknown as Parameters<typeof transformSchema>[1]));
}
