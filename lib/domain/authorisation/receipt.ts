import type { AuthorisationEventKind } from "./types";

/** Proofs of receipt: the recipient's server, opening in the portal, or a person's word. */
export type ReceiptSource = "server" | "portal" | "word";

type NotifiedParty = {
  event: AuthorisationEventKind;
  authorKind: string;
  /** Letter whose delivery the recipient's server reported. */
  letterId: string | null;
};

/**
 * True for what shows a receipt. Acceptance by our own relay, once written down as one by a job and of no letter's
 * delivery, shows none.
 */
export function isReceipt({ event, authorKind, letterId }: NotifiedParty): boolean {
  return event === "receive" && !(authorKind === "system" && letterId === null);
}

/** The earliest receipt, or null: unknown, so that no period runs from it. */
export function receiptOf<Fact extends NotifiedParty & { at: Date; source: string }>(
  facts: readonly Fact[],
): { at: Date; source: ReceiptSource; said: string } | null {
  const [first] = facts.filter(isReceipt).toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return first ? { at: first.at, source: sourceOf(first), said: first.source } : null;
}

function sourceOf({ authorKind }: NotifiedParty): ReceiptSource {
  if (authorKind === "system") return "server";
  return authorKind === "controller-contact" ? "portal" : "word";
}
