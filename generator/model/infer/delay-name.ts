const delays = /^x?(?:retry(?:after|in|delay|wait)|wait)(?:ms|msecs?|millis|milliseconds|s|secs?|seconds)?$/;

/** Whether a member says by its name how long to wait. */
export function isDelay(name: string): boolean {
  return delays.test(name.replace(/[_-]/g, "").toLowerCase());
}
