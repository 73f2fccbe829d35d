/** Where a run says what it is at. */
export interface Progress {
  readonly stage: (name: string) => void;
  /** Erases what was said. */
  readonly end: () => void;
}

interface Screen {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

const patience = 1000;
const eraseLine = "\r\u001b[2K";

/**
 * Says on a terminal what a run of more than a second is at, and nothing that stays. Never in a pipe, a file or CI. A
 * stage that keeps the process busy is said when it begins, if the second is over by then.
 */
export function startProgress(screen: Screen = process.stderr): Progress {
  if (!screen.isTTY || process.env.CI) return { stage: () => {}, end: () => {} };
  const begun = performance.now();
  let current = "";
  let isShown = false;
  const show = () => {
    screen.write(`${eraseLine}openapi-errors: ${current} ...`);
    isShown = true;
  };
  const timer = setTimeout(show, patience).unref();
  return {
    stage: (name) => {
      current = name;
      if (performance.now() - begun >= patience) show();
    },
    end: () => {
      clearTimeout(timer);
      if (isShown) screen.write(eraseLine);
      isShown = false;
    },
  };
}
