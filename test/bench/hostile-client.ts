import { errorFrom } from "../../generated/momail/index.js";

/** Reads one answer and says what that took. */
const url = process.argv[2]!;
const small = new URL("/1", url);
await errorFrom(await fetch(small));

const before = process.memoryUsage.rss() / 1024;
const response = await fetch(url);
const start = performance.now();
const error = await errorFrom(response);
const milliseconds = performance.now() - start;
const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
process.send?.({ code: error.code.slice(0, 20), megabytes, milliseconds }, () => process.exit());
