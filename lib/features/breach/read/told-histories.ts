import { standingLines } from "@/lib/domain/breach/informed-lines";
import { AWARENESS_PROOFS } from "@/lib/domain/breach/notice-state";
import { departureOf, type NoticeLetter } from "@/lib/domain/breach/departure";
import type { NoticePhase } from "@/lib/domain/breach/notice";
import type { BreachCall, SentNotice, ToldHistory } from "@/lib/domain/breach/rectification";
import { required } from "@/lib/domain/invariant/required";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readOwnPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { findUnrecordedOpenings } from "./openings";

const noticeSelect = {
  id: true,
  orgId: true,
  breachId: true,
  controllerId: true,
  phase: true,
  issuedAt: true,
} satisfies Prisma.BreachNoticeSelect;

const factSelect = {
  id: true,
  breachId: true,
  controllerId: true,
  noticeId: true,
  letterId: true,
  kind: true,
  at: true,
  correctsId: true,
} satisfies Prisma.BreachNoticeFactSelect;

type Notice = Prisma.BreachNoticeGetPayload<{ select: typeof noticeSelect }>;
type Fact = Prisma.BreachNoticeFactGetPayload<{ select: typeof factSelect }>;

export type ToldNotice = SentNotice & { id: string };
export type ToldHistories = (breachId: string, controllerId: string) => ToldHistory<ToldNotice>;

const QUEUED = ["mail-queued", "joint-mail-queued"];
const QUEUED_JOINT = "joint-mail-queued";
const WAITING = ["queued", "sending"];
const MINUTE_MS = 60_000;

/** Reads what each controller of some breaches was told, as it stood at an instant; as it stands where none is given. */
export async function findToldHistories(
  tx: Tx,
  breachIds: readonly string[],
  until?: Date,
): Promise<ToldHistories> {
  const where = { breachId: { in: [...breachIds] } };
  const notices = await tx.breachNotice.findMany({
    where: { ...where, status: "issued", ...(until && { issuedAt: { lte: until } }) },
    orderBy: { number: "asc" },
    select: noticeSelect,
  });
  const facts = standingLines(
    await tx.breachNoticeFact.findMany({
      where: { ...where, ...(until && { recordedAt: { lte: until } }) },
      select: factSelect,
    }),
  );
  const sent = await findDepartures(tx, { notices, facts, until });
  const rectifying = new Map(notices.flatMap((one) => (one.phase === "rectifying" ? [[one.id, one]] : [])));
  return (breachId, controllerId) => {
    const isOf = (row: { breachId: string; controllerId: string }) =>
      row.breachId === breachId && row.controllerId === controllerId;
    return {
      notices: notices.filter(isOf).map(({ id }) => required(sent.get(id), "an issued notice")),
      calls: facts.filter(isOf).flatMap((fact) => callOf(fact, rectifying)),
    };
  };
}

/** A call about the notice that takes the others back says what that notice says. */
function callOf(
  fact: Fact,
  rectifying: ReadonlyMap<string, Pick<Notice, "id" | "issuedAt" | "phase">>,
): BreachCall[] {
  if (fact.at === null) return [];
  const at = fact.at.getTime();
  if (fact.kind === "call-rectified") return [{ at, isRectifying: true }];
  if (fact.kind !== "call-made") return [];
  const notice = rectifying.get(fact.noticeId ?? "");
  return notice && isSince(at, notice) ? [] : [{ at, isRectifying: false }];
}

type Read = { notices: readonly Notice[]; facts: readonly Fact[]; until?: Date | undefined };

async function findDepartures(
  tx: Tx,
  { notices, facts, until }: Read,
): Promise<ReadonlyMap<string, ToldNotice>> {
  const first = notices[0];
  if (!first) return new Map();
  const letterOf = await findLetters(tx, facts, until);
  const ids = notices.map(({ id }) => id);
  const opened = await findUnrecordedOpenings(tx, ids, await readOwnPeople(tx, first.orgId));
  const openings = until ? opened.filter(({ at }) => at <= until) : opened;
  const contacts = await tx.controllerContact.findMany({
    where: { controllerId: { in: notices.map(({ controllerId }) => controllerId) }, endedAt: null },
    select: { controllerId: true },
  });
  const inPortal = new Set(contacts.map(({ controllerId }) => controllerId));
  return new Map(
    notices.map((notice) => {
      const letters = facts.flatMap((fact) =>
        fact.noticeId === notice.id && QUEUED.includes(fact.kind) && fact.letterId
          ? [letterOf(fact.letterId, fact.kind === QUEUED_JOINT)]
          : [],
      );
      const knownAt = [
        ...facts.flatMap((fact) => knownOf(fact, notice)),
        ...openings.flatMap(({ noticeId, at }) => (noticeId === notice.id ? [at.getTime()] : [])),
      ];
      const isInPortal = inPortal.has(notice.controllerId);
      return [notice.id, sentOf(notice, departureOf({ letters, knownAt, isInPortal }))];
    }),
  );
}

function sentOf({ id, phase, issuedAt }: Notice, departure: ReturnType<typeof departureOf>): ToldNotice {
  // The database admits no other phase, and sets the instant of an issue.
  return { id, phase: phase as NoticePhase, issuedAt: issuedAt?.getTime() ?? 0, ...departure };
}

/**
 * The instant at which a fact shows that a notice came. One about no notice does where it was made after the issue, but of what
 * takes the others back, which a call of the breach itself may follow; one that says that data are not affected shows that alone.
 */
function knownOf(fact: Fact, notice: Notice): number[] {
  const { kind, noticeId } = fact;
  if (fact.at === null || !(AWARENESS_PROOFS.includes(kind) || kind === "call-rectified")) return [];
  const at = fact.at.getTime();
  const issuedAt = notice.issuedAt?.getTime() ?? Infinity;
  if (notice.phase === "rectifying")
    return noticeId === notice.id && isSince(at, notice) ? [Math.max(at, issuedAt)] : [];
  if (kind === "call-rectified") return [];
  if (noticeId !== null) return noticeId === notice.id ? [at] : [];
  const isOfPart = fact.breachId === notice.breachId && fact.controllerId === notice.controllerId;
  return isOfPart && at >= issuedAt ? [at] : [];
}

/** Lines are typed to the minute. */
function isSince(at: number, { issuedAt }: Pick<Notice, "issuedAt">): boolean {
  return issuedAt !== null && at + MINUTE_MS > issuedAt.getTime();
}

async function findLetters(
  tx: Tx,
  facts: readonly Fact[],
  until?: Date,
): Promise<(id: string, isJoint: boolean) => NoticeLetter> {
  const ids = facts.flatMap(({ letterId }) => letterId ?? []);
  const reports = await tx.outboxFact.findMany({
    where: { letterId: { in: ids }, ...(until && { recordedAt: { lte: until } }) },
    select: { letterId: true, kind: true, at: true },
  });
  const letters = await tx.outboxMail.findMany({
    where: { id: { in: ids } },
    select: { id: true, state: true, closedAt: true },
  });
  const stateOf = new Map(
    letters.map(({ id, state, closedAt }) => [
      id,
      until && closedAt !== null && closedAt > until ? "queued" : state,
    ]),
  );
  return (id, isJoint) => ({
    isJoint,
    isCancelled: stateOf.get(id) === "cancelled",
    isWaiting: WAITING.includes(stateOf.get(id) ?? ""),
    reports: reports
      .filter(({ letterId }) => letterId === id)
      .map(({ kind, at }) => ({ kind, at: at.getTime() })),
  });
}
