/** How a report is printed: for people, for programs, for the summary of a job, or as annotations. */
export const auditFormats = ["text", "json", "markdown", "github"] as const;

export type AuditFormat = (typeof auditFormats)[number];
