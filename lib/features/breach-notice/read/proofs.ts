import { required } from "@/lib/domain/invariant/required";
import type { NoticeProof, NoticeProofKind } from "@/lib/domain/breach/notice-state";
import { findUnrecordedOpenings } from "@/lib/features/breach/read/openings";
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
};

const OF_FACT: Record<string, NoticeProofKind> = {
  "mail-queued": "queued",
  "call-made": "call-made",
  "read-in-portal": "read-in-portal",
  "known-elsewhere": "known-elsewhere",
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
  const noticeOf = new Map(facts.flatMap((fact) => (fact.letterId ? [[fact.letterId, fact] as const] : [])));
  const proofs = [
    ...facts.flatMap(proofOfFact),
    ...(await findLetterProofs(tx, noticeOf)),
    ...(await findOpenings(tx, facts, own)),
  ];
  return proofs.toSorted((a, b) => a.at - b.at);
}

function proofOfFact(fact: NoticeFactRow): ShownProof[] {
  const kind = OF_FACT[fact.kind];
  if (!kind || fact.at === null) return [];
  const { who = "", source = "" } = fact.value as { who?: string; source?: string };
  const { noticeId, contactId, letterId, contact, authorName } = fact;
  const named =
    who || contact?.name || (kind === "read-in-portal" || kind === "acknowledged" ? authorName : "");
  return [
    {
      kind,
      at: fact.at.getTime(),
      noticeId,
      contactId,
      letterId,
      who: named,
      details: source || fact.reason,
    },
  ];
}

async function findLetterProofs(tx: Tx, noticeOf: ReadonlyMap<string, NoticeFactRow>): Promise<ShownProof[]> {
  if (noticeOf.size === 0) return [];
  const facts = await tx.outboxFact.findMany({
    where: { letterId: { in: [...noticeOf.keys()] }, kind: { in: Object.keys(OF_LETTER) } },
    select: { letterId: true, kind: true, at: true, server: true, details: true, reportedBy: true },
  });
  return facts.map(({ letterId, kind, at, server, details, reportedBy }) => {
    const { noticeId, contactId, contact, value } = required(
      noticeOf.get(letterId),
      "the fact that queued a letter",
    );
    const { who = "" } = value as { who?: string };
    return {
      kind: required(OF_LETTER[kind], "a kind of proof"),
      at: at.getTime(),
      ...{ noticeId, contactId, letterId },
      who: reportedBy || contact?.name || who,
      details: [server, details].filter(Boolean).join(" "),
    };
  });
}

/** First openings in the portal by the controller's own people that no fact records yet. */
async function findOpenings(
  tx: Tx,
  facts: readonly NoticeFactRow[],
  own: ProcessorPeople,
): Promise<ShownProof[]> {
  const ids = [...new Set(facts.flatMap(({ noticeId }) => noticeId ?? []))];
  const openings = await findUnrecordedOpenings(tx, ids, own);
  return openings.map(({ noticeId, at, name }) => ({
    kind: "read-in-portal",
    at: at.getTime(),
    ...{ noticeId, contactId: null, letterId: null, who: name, details: "" },
  }));
}
