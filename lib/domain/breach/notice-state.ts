import { provenAwareAt, type Informed } from "./clocks";

/** Holds one proof, or its absence, about one notice: what the outbox, a person or the portal tells. */
export type NoticeProof = {
  kind: NoticeProofKind;
  /** Milliseconds of UTC. */
  at: number;
};

export type NoticeProofKind =
  | "queued"
  | "handed-over"
  | "delivered"
  | "failed"
  | "cancelled"
  | "said-received"
  | "call-made"
  | "read-in-portal"
  | "known-elsewhere"
  | "given-on-paper"
  | "call-rectified"
  | "acknowledged"
  | "read-unproven"
  | "acknowledged-unproven"
  | "no-answer";

/** Kinds of what a contact did in the portal, by what each is while nothing proves that its address is its controller's. */
const UNPROVEN: Readonly<Partial<Record<string, NoticeProofKind>>> = {
  "read-in-portal": "read-unproven",
  acknowledged: "acknowledged-unproven",
};

/**
 * Kind of what a contact did in the portal. From an unproven address it starts the clocks, since the earlier instant is the
 * safe one, art. 33(1), and is named apart: it is no proof that the controller knew.
 */
export function kindByAddress<Kind extends string>(kind: Kind, isProven: boolean): Kind | NoticeProofKind {
  return isProven ? kind : (UNPROVEN[kind] ?? kind);
}

/** True for a kind that a contact's address decides. */
export function isByAddress(kind: string): boolean {
  return kind in UNPROVEN;
}

/** Facts by which a controller is held to be aware; a relay's acceptance is none. */
const INFORMED: Readonly<Partial<Record<NoticeProofKind, Informed["by"]>>> = {
  delivered: "mail-server",
  "said-received": "elsewhere",
  "call-made": "call",
  "read-in-portal": "portal",
  "known-elsewhere": "elsewhere",
  "given-on-paper": "paper",
  acknowledged: "acknowledged",
  "read-unproven": "unproven",
  "acknowledged-unproven": "unproven",
};

/** Kinds that start the clocks of a controller; those of an unproven address prove nothing. */
export const AWARENESS_PROOFS = Object.keys(INFORMED);

export function informedBy(proofs: readonly NoticeProof[]): Informed[] {
  return proofs.flatMap(({ kind, at }) => (INFORMED[kind] ? [{ by: INFORMED[kind], at }] : []));
}

/** Proofs that a person of the controller has seen it: a mailbox may be read by nobody at night. */
const SEEN: readonly NoticeProofKind[] = [
  "said-received",
  "call-made",
  "call-rectified",
  "read-in-portal",
  "given-on-paper",
  "acknowledged",
  "read-unproven",
  "acknowledged-unproven",
];

export function seenAt(proofs: readonly NoticeProof[]): number[] {
  return proofs.filter(({ kind }) => SEEN.includes(kind)).map(({ at }) => at);
}

/**
 * Proofs of one notice: a call about none shows that a notice came only where it was made after its issue, and one that says that
 * data are not affected is about the notice that says so alone.
 */
export function proofsOfNotice<T extends NoticeProof & { noticeId: string | null }>(
  proofs: readonly T[],
  { id, issuedAt }: { id: string; issuedAt: number | null },
): T[] {
  return proofs.filter(
    ({ noticeId, at, kind }) =>
      noticeId === id ||
      (noticeId === null && kind !== "call-rectified" && issuedAt !== null && at >= issuedAt),
  );
}

/** States where telling a controller stands, each from the fact that makes it true. */
export type NoticeStatus =
  | "draft"
  | "abandoned"
  | "not-sent"
  | "queued"
  | "handed-over"
  | "failed"
  | "cancelled"
  | "read-unproven"
  | "acknowledged-unproven"
  | "informed"
  | "acknowledged";

/**
 * State of a notice. What a contact of an unproven address did is a state of its own: it is no proof that the controller
 * knows, art. 33(2).
 */
export function noticeStatusOf(
  status: "draft" | "issued" | "withdrawn",
  proofs: readonly NoticeProof[],
  isGivenUp = false,
): NoticeStatus {
  if (status !== "issued") return isGivenUp || status === "withdrawn" ? "abandoned" : "draft";
  const has = (kind: NoticeProofKind) => proofs.some((proof) => proof.kind === kind);
  if (has("acknowledged")) return "acknowledged";
  if (provenAwareAt(informedBy(proofs)) !== null || has("call-rectified")) return "informed";
  if (has("acknowledged-unproven")) return "acknowledged-unproven";
  if (has("read-unproven")) return "read-unproven";
  const letters = proofs.flatMap(({ kind, at }) => (isOfLetter(kind) ? [{ kind, at }] : []));
  return letters.toSorted((a, b) => a.at - b.at).at(-1)?.kind ?? "not-sent";
}

const OF_LETTER = ["queued", "handed-over", "failed", "cancelled"] as const;

function isOfLetter(kind: NoticeProofKind): kind is (typeof OF_LETTER)[number] {
  return OF_LETTER.some((one) => one === kind);
}
