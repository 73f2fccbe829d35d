import { rows as answers } from "./answer-rows.js";
import { rows as cold } from "./cold.js";
import { rows as consumer } from "./consumer.js";
import { rows as growth } from "./growth.js";
import { rows as html } from "./html.js";
import { rows as others } from "./others.js";
import { rows as python } from "./python.js";
import type { Row } from "./row.js";
import { rows as sizes } from "./sizes.js";
import { rows as unchanged } from "./unchanged.js";
import { rows as validators } from "./validators.js";

/** Every row, in the order of the table. */
export const rows: readonly Row[] = [
  ...unchanged,
  ...cold,
  ...html,
  ...growth,
  ...answers,
  ...validators,
  ...python,
  ...sizes,
  ...consumer,
  ...others,
];
