// Loaded before a program and before those that it starts: at its end each writes down what it took.
const { isMainThread } = require("node:worker_threads");

if (isMainThread) {
  const { appendFileSync } = require("node:fs");
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const took = { pid: process.pid, seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
    appendFileSync(process.env.USAGE_FILE, `${JSON.stringify(took)}\n`);
  });
}
