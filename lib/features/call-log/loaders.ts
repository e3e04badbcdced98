import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { findingStatus } from "@/lib/domain/call-log/closing";
import { outcomeOf } from "@/lib/domain/call-log/outcomes";
import { can } from "@/lib/domain/nouns/policy";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { todayIn } from "@/lib/domain/time/zones";
import {
  findCampaigns,
  findLog,
  findLogs,
  findSamples,
  type FoundLog,
} from "@/lib/features/call-log/read/queries";
import type { Search } from "@/lib/forms/list-query";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { MAX_LOG_BYTES, SAMPLE_BYTES } from "./schema";

/** Months for which calls stay where nobody says otherwise: the windows of the law are shorter, claims are longer. */
const KEPT_MONTHS = 12;

const querySchema = z.object({ from: z.coerce.number().int().min(0).max(100_000).catch(0) });

export async function loadLogs(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const { from } = querySchema.parse(search);
  const rows = await readInScope(ctx.scope, (tx) => findLogs(tx, PAGE_SIZE + 1, from));
  return {
    rows: rows.slice(0, PAGE_SIZE).map(({ fileSize, bytesRead, receivedAt, firstAt, lastAt, ...row }) => ({
      ...row,
      share: shareOf({ ...row, fileSize, bytesRead }),
      receivedAt: receivedAt.getTime(),
      firstAt: firstAt?.getTime() ?? null,
      lastAt: lastAt?.getTime() ?? null,
    })),
    next: rows.length > PAGE_SIZE ? from + PAGE_SIZE : null,
    mayReceive: can(ctx.actor, "call-log.receive"),
  };
}

/** Share of what is under way that is done, from 0 to 1. */
function shareOf(log: Pick<FoundLog, "state" | "calls" | "callsJudged" | "fileSize" | "bytesRead">): number {
  if (log.state === "reading") return log.fileSize > 0n ? Number(log.bytesRead) / Number(log.fileSize) : 0;
  return log.calls > 0 ? log.callsJudged / log.calls : 0;
}

/** Cached per request: title and page both read it. */
export const loadLog = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  return readInScope(ctx.scope, async (tx) => {
    const log = await findLog(tx, id);
    if (!log) notFound();
    const [latest] = log.judgements;
    const lines = latest?.findings.groups.flatMap((group) => group.lines) ?? [];
    const samples = await findSamples(tx, id, [...new Set(lines)]);
    return {
      ...shown(log),
      samples,
      today: todayIn("Africa/Casablanca", ctx.now.getTime()),
      mayDecide: can(ctx.actor, "call-log.decide"),
      mayClose: can(ctx.actor, "call-log.close"),
      mayClear: can(ctx.actor, "call-log.clear"),
    };
  });
});

/** Plain props: sizes as numbers, instants in milliseconds. */
function shown({ fileSize, bytesRead, facts, judgements, campaign, ...log }: FoundLog) {
  const [latest] = judgements;
  const { content: _, ...named } = campaign;
  return {
    ...log,
    campaign: named,
    share: shareOf({ ...log, fileSize, bytesRead }),
    size: Number(fileSize),
    receivedAt: log.receivedAt.getTime(),
    firstAt: log.firstAt?.getTime() ?? null,
    lastAt: log.lastAt?.getTime() ?? null,
    clearedAt: log.clearedAt?.getTime() ?? null,
    stopsRecordedAt: log.stopsRecordedAt?.getTime() ?? null,
    codes: Object.entries(log.codes)
      .map(([code, calls]) => ({ code, calls, outcome: outcomeOf(code, log.outcomes) }))
      .sort((a, b) => b.calls - a.calls),
    status: findingStatus(latest ?? null, facts),
    facts: facts.map(({ factOn, reason, authorName, recordedAt }) => ({
      on: factOn,
      reason,
      author: authorName,
      recordedAt: recordedAt.getTime(),
    })),
    judgements: judgements.map(({ recordedAt, id, cause, calls, broken, doubted, byHouse }) => ({
      id,
      cause,
      calls,
      broken,
      doubted,
      byHouse,
      recordedAt: recordedAt.getTime(),
    })),
    latest: latest ? { ...latest, recordedAt: latest.recordedAt.getTime() } : null,
  };
}

export async function loadNewLog(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "call-log.receive")) notFound();
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  return {
    campaigns: await readInScope(ctx.scope, findCampaigns),
    today,
    storedUntil: addMonthsToDay(today, KEPT_MONTHS),
    maxBytes: MAX_LOG_BYTES,
    sampleBytes: SAMPLE_BYTES,
  };
}
