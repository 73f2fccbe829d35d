/** What was asked for can't be had, and why: for the agent, which may ask again. */
export class Refusal extends Error {}
