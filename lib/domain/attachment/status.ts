/** Standing of a document between processor and controller, which decides whether it is withdrawn or closed. */
export type DocumentStatus = "sealed" | "received" | "given" | "own";

type Rule = {
  /** A withdrawn document no longer counts, and its controller does not see it. */
  isWithdrawable: boolean;
  /** Closing refuses every download; name, hash, day and reason remain visible to both sides. */
  isClosable: boolean;
};

export const DOCUMENT_RULES: Record<DocumentStatus, Rule> = {
  // A certificate, or a letter as it left: printed here and sealed by its hash.
  sealed: { isWithdrawable: false, isClosable: false },
  // A contact gave it in the portal.
  received: { isWithdrawable: false, isClosable: true },
  // Its controller is shown it, or a dated fact names it as its paper.
  given: { isWithdrawable: false, isClosable: true },
  // The processor's own, of which nobody outside was told.
  own: { isWithdrawable: true, isClosable: false },
};

type Closure = { isClosed: boolean };

/** Follows the last fact; a document is open until one closes it. `closures` are in chronological order. */
export function isClosedToView(closures: readonly Closure[]): boolean {
  return closures.at(-1)?.isClosed ?? false;
}
