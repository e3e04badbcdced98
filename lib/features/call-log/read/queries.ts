import type { FindingGroup, Week } from "@/lib/domain/call-log/tally";
import type { CallLayout } from "@/lib/domain/call-log/layout";
import type { CallOutcome } from "@/lib/domain/call-log/outcomes";
import type { BadReason } from "@/lib/domain/call-log/read-call";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

const LATEST = { orderBy: [{ recordedAt: "desc" as const }, { id: "desc" as const }] };

const LISTED = {
  id: true,
  fileName: true,
  state: true,
  failure: true,
  calls: true,
  callsJudged: true,
  bytesRead: true,
  fileSize: true,
  firstAt: true,
  lastAt: true,
  receivedAt: true,
  campaign: { select: { id: true, title: true, reference: true } },
  judgements: { ...LATEST, take: 1, select: { broken: true, doubted: true, byHouse: true } },
} satisfies Prisma.CallLogSelect;

export type LogState = "reading" | "queued" | "judging" | "judged" | "failed";

/** Logs, the last received first. */
export async function findLogs(tx: Tx, take: number, skip: number) {
  const rows = await tx.callLog.findMany({
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take,
    skip,
    select: LISTED,
  });
  return rows.map(({ state, judgements, ...row }) => ({
    ...row,
    // The database admits no others.
    state: state as LogState,
    judgement: judgements[0] ?? null,
  }));
}

const SHOWN = {
  id: true,
  fileName: true,
  fileSize: true,
  sha256: true,
  state: true,
  failure: true,
  sameAs: true,
  bytesRead: true,
  lines: true,
  calls: true,
  knownCalls: true,
  badLines: true,
  doubtfulTimes: true,
  codes: true,
  outcomes: true,
  layout: true,
  firstAt: true,
  lastAt: true,
  callsJudged: true,
  receivedAt: true,
  receivedByName: true,
  storedUntil: true,
  clearedAt: true,
  stopsRecordedAt: true,
  sharedNames: true,
  campaign: {
    select: {
      id: true,
      title: true,
      reference: true,
      content: true,
      controller: { select: { id: true, legalName: true } },
    },
  },
  facts: { ...LATEST, include: { judgement: { select: { broken: true } } } },
  judgements: LATEST,
} satisfies Prisma.CallLogSelect;

export type StoredFindings = {
  groups: (Omit<FindingGroup, "isHouse"> & { isHouse?: boolean })[];
  weeks: Week[];
};
export type Findings = { groups: FindingGroup[]; weeks: Week[] };
export type BadLines = Partial<Record<BadReason, { count: number; lines: number[] }>>;

/** A log with every judgement, the last first, and what was done about it. */
export async function findLog(tx: Tx, id: string) {
  const row = await tx.callLog.findFirst({ where: { id }, select: SHOWN });
  if (!row) return null;
  const { state, badLines, codes, outcomes, judgements, layout, ...rest } = row;
  return {
    ...rest,
    // The verbs of this noun wrote them.
    state: state as LogState,
    badLines: badLines as BadLines,
    codes: codes as Record<string, number>,
    outcomes: outcomes as Record<string, CallOutcome>,
    layout: layout as CallLayout,
    judgements: judgements.map(({ findings, ...judgement }) => ({
      ...judgement,
      findings: readFindings(findings as StoredFindings),
    })),
  };
}

/** A judgement that was made by the law alone says of none of its groups whose rule it is. */
export function readFindings({ groups, weeks }: StoredFindings): Findings {
  return { groups: groups.map(({ isHouse = false, ...group }) => ({ ...group, isHouse })), weeks };
}

export type FoundLog = NonNullable<Awaited<ReturnType<typeof findLog>>>;

/** Instants of lines of a log and the beginning of the keys of their persons: no digit of a number. */
export async function findSamples(tx: Tx, log: string, lines: readonly number[]) {
  const rows = await tx.loggedCall.findMany({
    where: { logId: log, line: { in: [...lines] } },
    orderBy: { line: "asc" },
    select: { line: true, calledAt: true, personKey: true },
  });
  return rows.map(({ line, calledAt, personKey }) => ({
    line,
    at: calledAt.getTime(),
    person: Buffer.from(personKey).toString("hex"),
  }));
}

/** Campaigns that a log may be of: those that were started at some time, and drafts, which calls may have preceded. */
export async function findCampaigns(tx: Tx) {
  const rows = await tx.campaign.findMany({
    orderBy: { id: "desc" },
    take: 500,
    select: { id: true, reference: true, title: true },
  });
  return rows;
}
