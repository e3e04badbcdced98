/** Why there is no PDF: the template failed, the machine stopped it, or it grew or lasted beyond its limits. */
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
