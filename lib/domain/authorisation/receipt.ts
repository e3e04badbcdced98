import { TRANSITIONS } from "./lifecycle";
import type { AuthorisationEventKind, AuthorisationState } from "./types";

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
): { at: Date; source: ReceiptSource; stated: string } | null {
  const [first] = facts.filter(isReceipt).toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return first ? { at: first.at, source: sourceOf(first), stated: first.source } : null;
}

function sourceOf({ authorKind }: NotifiedParty): ReceiptSource {
  if (authorKind === "system") return "server";
  return authorKind === "controller-contact" ? "portal" : "word";
}

/** An opening of a request in the portal: when, by whom and from which network. */
export type Opening = { at: Date; name: string; personId: string | null; address: string };

type Received = { state: AuthorisationState; sentAt: Date | null; receivedAt: Date | null };

/**
 * The opening that shows the receipt of a request that waits for an answer: the first since it was sent, where nothing
 * earlier shows it; null where none does.
 */
export function firstOpening<One extends Opening>(
  { state, sentAt, receivedAt }: Received,
  openings: readonly One[],
): One | null {
  if (sentAt === null || !TRANSITIONS.receive.from.includes(state)) return null;
  const [first] = openings
    .filter(({ at }) => at >= sentAt)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return first && (receivedAt === null || first.at < receivedAt) ? first : null;
}

/** A fact as it will be recorded of an opening. */
export function factOfOpening({ at }: Pick<Opening, "at">) {
  return {
    event: "receive" as const,
    at,
    source: "portal",
    authorKind: "controller-contact",
    letterId: null,
  };
}

type Numbered = { version: number; facts: readonly { event: AuthorisationEventKind; version: number }[] };

/**
 * True where a request is as it was read under a version: since then at most receipts were recorded, which a job does of
 * its own and which change nothing that was read.
 */
export function isAsRead({ version, facts }: Numbered, read: number): boolean {
  const receipts = facts.filter((fact) => fact.event === "receive" && fact.version > read);
  return version - receipts.length === read;
}
