/** How changes are printed: for people, for programs, for a pull request, for code scanning, or the version that they ask for. */
export const diffFormats = ["text", "json", "markdown", "github", "sarif", "next-version"] as const;

export type DiffFormat = (typeof diffFormats)[number];
