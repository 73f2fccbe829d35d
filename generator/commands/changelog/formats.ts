/** How a changelog is printed: for people, for a file of the repository, or for programs. */
export const changelogFormats = ["text", "markdown", "json"] as const;

export type ChangelogFormat = (typeof changelogFormats)[number];
