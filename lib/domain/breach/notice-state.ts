import type { Informed } from "./clocks";

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
  | "said-received"
  | "call-made"
  | "read-in-portal"
  | "known-elsewhere"
  | "acknowledged"
  | "no-answer";

/** Proofs by which a controller is aware; a relay's acceptance is none. */
const INFORMED: Readonly<Partial<Record<NoticeProofKind, Informed["by"]>>> = {
  delivered: "mail-server",
  "said-received": "elsewhere",
  "call-made": "call",
  "read-in-portal": "portal",
  "known-elsewhere": "elsewhere",
  acknowledged: "acknowledged",
};

/** Kinds of proof that make a controller aware. */
export const AWARENESS_PROOFS = Object.keys(INFORMED);

export function informedBy(proofs: readonly NoticeProof[]): Informed[] {
  return proofs.flatMap(({ kind, at }) => (INFORMED[kind] ? [{ by: INFORMED[kind], at }] : []));
}

/** Proofs that a person of the controller has seen it: a mailbox may be read by nobody at night. */
const SEEN: readonly NoticeProofKind[] = ["said-received", "call-made", "read-in-portal", "acknowledged"];

export function seenAt(proofs: readonly NoticeProof[]): number[] {
  return proofs.filter(({ kind }) => SEEN.includes(kind)).map(({ at }) => at);
}

/** States where telling a controller stands, each from the fact that makes it true. */
export type NoticeStatus =
  "draft" | "not-sent" | "queued" | "handed-over" | "failed" | "informed" | "acknowledged";

export function noticeStatusOf(
  status: "draft" | "issued" | "withdrawn",
  proofs: readonly NoticeProof[],
): NoticeStatus {
  if (status !== "issued") return "draft";
  const has = (kind: NoticeProofKind) => proofs.some((proof) => proof.kind === kind);
  if (has("acknowledged")) return "acknowledged";
  if (informedBy(proofs).length > 0) return "informed";
  const letters = proofs.filter(({ kind }) => ["queued", "handed-over", "failed"].includes(kind));
  const latest = letters.toSorted((a, b) => a.at - b.at).at(-1)?.kind;
  return latest === "queued" || latest === "handed-over" || latest === "failed" ? latest : "not-sent";
}
