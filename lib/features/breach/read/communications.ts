import type { Step } from "@/lib/domain/breach/escalation";
import { standingLines } from "@/lib/domain/breach/informed-lines";
import { seenAt, type NoticeProofKind } from "@/lib/domain/breach/notice-state";
import type { Tx } from "@/lib/platform/database/transaction";

type NightContact = { id: string; name: string; email: string; phone: string; language: string };

/** Letters of one controller's notices, its night contacts, and those who have seen the notices. */
export type Communication = {
  night: readonly NightContact[];
  steps: readonly (Step & { noticeId: string; silenceMinutes: number })[];
  seen: readonly { noticeId: string; at: number }[];
  /** Number of its facts; `changedAt` is the instant of the last, in milliseconds. */
  facts: number;
  changedAt: number;
};

const FAILED = ["bounced", "refused", "given-up"];
const LEFT = ["handed-over", "delivered"];
/** Minutes of silence of a letter that was queued without any. */
const DEFAULT_SILENCE = 60;

type NoticeFact = {
  id: string;
  correctsId: string | null;
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
      breachId: true,
      controllerId: true,
      noticeId: true,
      kind: true,
      at: true,
      contactId: true,
      letterId: true,
      value: true,
      recordedAt: true,
      id: true,
      correctsId: true,
    },
  });
  const letterIds = facts.flatMap(({ letterId }) => letterId ?? []);
  const letters = await tx.outboxFact.findMany({
    where: { letterId: { in: letterIds } },
    orderBy: { at: "asc" },
    select: { letterId: true, kind: true, at: true, recordedAt: true },
  });
  const cancelled = await tx.outboxMail.findMany({
    where: { id: { in: letterIds }, state: "cancelled" },
    select: { id: true },
  });
  const stopped = new Set(cancelled.map(({ id }) => id));
  const contacts = await tx.nightContact.findMany({
    where: { controllerId: { in: [...controllerIds] }, endedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, controllerId: true, name: true, email: true, phone: true, language: true },
  });
  return (breachId, controllerId) => {
    const own = facts.filter((fact) => fact.breachId === breachId && fact.controllerId === controllerId);
    const night = contacts.filter((contact) => contact.controllerId === controllerId);
    return communicationOf(own, { letters, stopped }, night);
  };
}

function communicationOf(
  own: readonly NoticeFact[],
  { letters, stopped }: { letters: readonly LetterFact[]; stopped: ReadonlySet<string> },
  night: readonly NightContact[],
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
    night,
    // A letter that was cancelled waits for nobody.
    steps: queued.filter(({ letterId }) => !stopped.has(letterId)).map((fact) => stepOf(fact, reports)),
    seen: [...standingLines(own), ...reports].flatMap(seenIn),
    facts: own.length + reports.length,
    changedAt: Math.max(0, ...changes),
  };
}

type Queued = NoticeFact & { noticeId: string; letterId: string };

function stepOf(
  { noticeId, letterId, contactId, at, recordedAt, value }: Queued,
  reports: readonly LetterFact[],
) {
  const own = reports.filter((report) => report.letterId === letterId);
  const failed = own.find(({ kind }) => FAILED.includes(kind));
  const left = own.find(({ kind }) => LEFT.includes(kind));
  // Letters of earlier versions went to the address on the sheet alone.
  const { silenceMinutes = DEFAULT_SILENCE, route = "main" } = (value ?? {}) as {
    silenceMinutes?: number;
    route?: string;
  };
  return {
    noticeId,
    silenceMinutes,
    contactId: contactId ?? route,
    queuedAt: (at ?? recordedAt).getTime(),
    handedOverAt: left?.at.getTime() ?? null,
    failedAt: failed?.at.getTime() ?? null,
  };
}

function seenIn({ noticeId, kind, at }: { noticeId: string | null; kind: string; at: Date | null }) {
  if (noticeId === null || at === null) return [];
  // Kinds that show no sight are left out by the domain.
  const proof = { kind: kind as NoticeProofKind, at: at.getTime() };
  return seenAt([proof]).map((instant) => ({ noticeId, at: instant }));
}
