/**
 * From where random values are drawn: the same in each run, so that a change is judged and not the day. `SEED=8 node --test ...`
 * draws others.
 */
export const drawn = { seed: Number(process.env.SEED ?? 7) };
