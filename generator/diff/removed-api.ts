import { counted } from "../view/words.js";
import { type Change, changeOf } from "./change.js";
import type { Side } from "./side.js";

/** An API that is gone as a whole: one cause, however many codes it had. */
export function removedApi({ data }: Side): Change {
  const live = data.errors.filter(({ retired }) => !retired);
  const message = `\`${data.id}\` is gone, with ${counted(live.length, "error")}`;
  return changeOf(data.id, { rule: "api-removed", message }, "breaking", undefined);
}
