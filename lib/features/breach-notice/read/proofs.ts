import { required } from "@/lib/domain/invariant/required";
import { isInformedKind } from "@/lib/domain/breach/informed-lines";
import {
  isByAddress,
  kindByAddress,
  type NoticeProof,
  type NoticeProofKind,
} from "@/lib/domain/breach/notice-state";
import { findUnrecordedOpenings } from "@/lib/features/breach/read/openings";
import { findProvenAt } from "@/lib/platform/access/address-proofs";
import type { ProcessorPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import type { NoticeFactRow } from "./queries";

/** A proof with what shows it. */
export type ShownProof = NoticeProof & {
  noticeId: string | null;
  contactId: string | null;
  letterId: string | null;
  /** States who was reached, who said so, or the server that reports. */
  who: string;
  details: string;
  /** The line as a person of ours recorded it, which may be corrected; null of any other proof. */
  line: { id: string; source: string; by: string; reason: string } | null;
};

/** A letter to a joint controller of the client: what becomes of it makes the client aware of nothing, art. 26. */
export const JOINT_QUEUED = "joint-mail-queued";

const OF_FACT: Record<string, NoticeProofKind> = {
  "mail-queued": "queued",
  "call-made": "call-made",
  "read-in-portal": "read-in-portal",
  "known-elsewhere": "known-elsewhere",
  "given-on-paper": "given-on-paper",
  "call-rectified": "call-rectified",
  acknowledged: "acknowledged",
  "no-answer": "no-answer",
};

/** Facts of the outbox that tell what became of a letter. */
const OF_LETTER: Record<string, NoticeProofKind> = {
  "handed-over": "handed-over",
  delivered: "delivered",
  bounced: "failed",
  refused: "failed",
  "given-up": "failed",
  "said-received": "said-received",
};

/** Everything that tells how a controller came to know, in the order of its instants: facts, letters, openings in the portal. */
export async function findProofs(
  tx: Tx,
  facts: readonly NoticeFactRow[],
  own: ProcessorPeople,
): Promise<ShownProof[]> {
  const noticeOf = new Map(
    facts.flatMap((fact) =>
      fact.letterId && fact.kind !== JOINT_QUEUED ? [[fact.letterId, fact] as const] : [],
    ),
  );
  const openings = await findOpenings(tx, facts, own);
  const isProven = await findProven(tx, [
    ...facts.flatMap(({ kind, authorKind, authorId }) =>
      isByAddress(kind) && authorKind === OF_CONTACT && authorId ? [authorId] : [],
    ),
    ...openings.map(({ openedBy }) => openedBy),
  ]);
  const proofs = [
    ...facts.flatMap((fact) => proofOfFact(fact, isProven)),
    ...(await findLetterProofs(tx, noticeOf)),
    ...openings.map(({ openedBy, ...proof }) => ({
      ...proof,
      kind: kindByAddress("read-in-portal", isProven(openedBy)),
    })),
  ];
  return proofs.toSorted((a, b) => a.at - b.at);
}

const OF_CONTACT = "controller-contact";

/** Says of each contact whether its address is proven. */
async function findProven(tx: Tx, contactIds: readonly string[]): Promise<(id: string) => boolean> {
  const provenAt = await findProvenAt(tx, contactIds);
  return (id) => provenAt.has(id);
}

function proofOfFact(fact: NoticeFactRow, isProven: (contactId: string) => boolean): ShownProof[] {
  const isOfContact = fact.authorKind === OF_CONTACT && fact.authorId !== null;
  const known = OF_FACT[fact.kind];
  const kind = known && isOfContact ? kindByAddress(known, isProven(fact.authorId ?? "")) : known;
  if (!kind || fact.at === null) return [];
  const { who = "", source = "" } = fact.value as { who?: string; source?: string };
  const { id, noticeId, contactId, letterId, contact, authorName, authorKind, reason } = fact;
  const named = who || contact?.name || (isByAddress(fact.kind) ? authorName : "");
  return [
    {
      kind,
      at: fact.at.getTime(),
      noticeId,
      contactId,
      letterId,
      who: named,
      details: source,
      line:
        authorKind === "staff" && isInformedKind(fact.kind) ? { id, source, by: authorName, reason } : null,
    },
  ];
}

/** Reads what the outbox tells of some letters, by the fact that queued each. */
export async function findLetterProofs(
  tx: Tx,
  noticeOf: ReadonlyMap<string, NoticeFactRow>,
): Promise<ShownProof[]> {
  if (noticeOf.size === 0) return [];
  const facts = await tx.outboxFact.findMany({
    where: { letterId: { in: [...noticeOf.keys()] }, kind: { in: Object.keys(OF_LETTER) } },
    select: { letterId: true, kind: true, at: true, server: true, details: true, reportedBy: true },
  });
  // A letter that a person or a new place of its client stopped has a state, and no report.
  const stopped = await tx.outboxMail.findMany({
    where: { id: { in: [...noticeOf.keys()] }, state: "cancelled" },
    select: { id: true, closedAt: true, createdAt: true },
  });
  const told = facts.map(({ kind, ...fact }) => ({
    ...fact,
    kind: required(OF_LETTER[kind], "a kind of proof"),
  }));
  const cancelled = stopped.map(({ id, closedAt, createdAt }) => ({
    letterId: id,
    kind: "cancelled" as const,
    at: closedAt ?? createdAt,
    server: "",
    details: "",
    reportedBy: "",
  }));
  return [...told, ...cancelled].map(({ letterId, kind, at, server, details, reportedBy }) => {
    const { noticeId, contactId, contact, value } = required(
      noticeOf.get(letterId),
      "the fact that queued a letter",
    );
    const { who = "" } = value as { who?: string };
    return {
      kind,
      at: at.getTime(),
      noticeId,
      contactId,
      letterId,
      who: reportedBy || contact?.name || who,
      details: [server, details].filter(Boolean).join(" "),
      line: null,
    };
  });
}

/** First openings in the portal by the controller's own people that no fact records yet. */
async function findOpenings(
  tx: Tx,
  facts: readonly NoticeFactRow[],
  own: ProcessorPeople,
): Promise<(ShownProof & { openedBy: string })[]> {
  const ids = [...new Set(facts.flatMap(({ noticeId }) => noticeId ?? []))];
  const openings = await findUnrecordedOpenings(tx, ids, own);
  return openings.map(({ noticeId, at, name, contactId: openedBy }) => ({
    openedBy,
    kind: "read-in-portal",
    at: at.getTime(),
    noticeId,
    contactId: null,
    letterId: null,
    who: name,
    details: "",
    line: null,
  }));
}
