/** How changes are printed: for people, for programs, for a pull request, or the version that they ask for. */
export const diffFormats = ["text", "json", "markdown", "github", "next-version"] as const;

export type DiffFormat = (typeof diffFormats)[number];
