import type { Reached, Step } from "@/lib/domain/breach/escalation";
import { seenAt, type NoticeProofKind } from "@/lib/domain/breach/notice-state";
import type { Tx } from "@/lib/platform/database/transaction";

/** Recipients of one controller's notices, and those who have seen them. */
export type Communication = {
  contacts: readonly Reached[];
  steps: readonly (Step & { noticeId: string; silenceMinutes: number })[];
  seen: readonly { noticeId: string; at: number }[];
  /** Number of its facts; `changedAt` is the instant of the last, in milliseconds. */
  facts: number;
  changedAt: number;
};

const FAILED = ["bounced", "refused", "given-up"];
/** Minutes of silence of a letter that was queued without any. */
const DEFAULT_SILENCE = 60;

type NoticeFact = {
  breachId: string;
  controllerId: string;
  noticeId: string | null;
  kind: string;
  at: Date | null;
  contactId: string | null;
  letterId: string | null;
  value: unknown;
  recordedAt: Date;
};

type LetterFact = { letterId: string; kind: string; at: Date; recordedAt: Date };

type Asked = { breachIds: readonly string[]; controllerIds: readonly string[] };

/** Reads it for many controllers in three statements. */
export async function findCommunications(
  tx: Tx,
  { breachIds, controllerIds }: Asked,
): Promise<(breachId: string, controllerId: string) => Communication> {
  const facts: NoticeFact[] = await tx.breachNoticeFact.findMany({
    where: { breachId: { in: [...breachIds] } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: {
      ...{ breachId: true, controllerId: true, noticeId: true, kind: true, at: true },
      ...{ contactId: true, letterId: true, value: true, recordedAt: true },
    },
  });
  const letterIds = facts.flatMap(({ letterId }) => letterId ?? []);
  const letters = await tx.outboxFact.findMany({
    where: { letterId: { in: letterIds } },
    orderBy: { at: "asc" },
    select: { letterId: true, kind: true, at: true, recordedAt: true },
  });
  const contacts = await tx.nightContact.findMany({
    where: { controllerId: { in: [...controllerIds] }, endedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, controllerId: true, email: true },
  });
  return (breachId, controllerId) => {
    const own = facts.filter((fact) => fact.breachId === breachId && fact.controllerId === controllerId);
    const reached = contacts
      .filter((contact) => contact.controllerId === controllerId)
      .map(({ id, email }) => ({ id, hasAddress: email !== "" }));
    return communicationOf(own, letters, reached);
  };
}

function communicationOf(
  own: readonly NoticeFact[],
  letters: readonly LetterFact[],
  contacts: readonly Reached[],
): Communication {
  const queued = own.flatMap((fact) =>
    fact.kind === "mail-queued" && fact.noticeId && fact.letterId
      ? [{ ...fact, noticeId: fact.noticeId, letterId: fact.letterId }]
      : [],
  );
  const reports = queued.flatMap(({ noticeId, letterId }) =>
    letters.filter((letter) => letter.letterId === letterId).map((letter) => ({ ...letter, noticeId })),
  );
  const changes = [...own, ...reports].map(({ recordedAt }) => recordedAt.getTime());
  return {
    contacts,
    steps: queued.map((fact) => stepOf(fact, reports)),
    seen: [...own, ...reports].flatMap(seenIn),
    facts: own.length + reports.length,
    changedAt: Math.max(0, ...changes),
  };
}

type Queued = NoticeFact & { noticeId: string; letterId: string };

function stepOf(
  { noticeId, letterId, contactId, at, recordedAt, value }: Queued,
  reports: readonly LetterFact[],
) {
  const failed = reports.find((report) => report.letterId === letterId && FAILED.includes(report.kind));
  const { silenceMinutes = DEFAULT_SILENCE } = (value ?? {}) as { silenceMinutes?: number };
  return {
    ...{ noticeId, silenceMinutes, contactId: contactId ?? "main" },
    queuedAt: (at ?? recordedAt).getTime(),
    failedAt: failed?.at.getTime() ?? null,
  };
}

function seenIn({ noticeId, kind, at }: { noticeId: string | null; kind: string; at: Date | null }) {
  if (noticeId === null || at === null) return [];
  // Kinds that show no sight are left out by the domain.
  const proof = { kind: kind as NoticeProofKind, at: at.getTime() };
  return seenAt([proof]).map((instant) => ({ noticeId, at: instant }));
}
