/** Where checks can run. */
export const ciKinds = ["github", "gitlab", "pre-commit", "none"] as const;

export type Ci = (typeof ciKinds)[number];
