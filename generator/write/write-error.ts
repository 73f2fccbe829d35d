/** The file system refused something that had to do with a file. */
export class WriteError extends Error {
  constructor(
    readonly file: string,
    override readonly cause: unknown,
  ) {
    super(`${file}: ${String(cause)}`);
  }
}

/** Does something for a file: what is refused names it, and not the name it has while it is in work. */
export function naming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error && "syscall" in error ? new WriteError(file, error) : error;
  }
}
