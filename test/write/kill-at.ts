// Loaded before the program: ends it at a call to the file system, as `kill -9` does, or at its end says how many there were.
import { intercept } from "./file-system.js";

const { KILL_IN: folder = "", KILL_AT: at = "0" } = process.env;
let calls = 0;
intercept(folder, (_, count) => {
  calls = count;
  if (count === Number(at)) process.kill(process.pid, "SIGKILL");
});
process.once("exit", () => process.stderr.write(`calls: ${calls}\n`));
