/** Failures: the template, the machine, or the limits of memory and time. */
export type PdfFailure = "compile" | "crash" | "memory" | "time";

/** `detail` is what the compiler said, for the log; the person is told that the export failed and may be retried. */
export class PdfError extends Error {
  override name = "PdfError";

  constructor(
    readonly failure: PdfFailure,
    readonly detail: string,
  ) {
    super(`The PDF was not made (${failure}).`);
  }
}
