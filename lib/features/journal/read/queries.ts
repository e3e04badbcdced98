import { Prisma } from "@/lib/generated/prisma/client";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { startOfDay } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import type { JournalQuery } from "./list";

export type EntryRow = {
  seq: bigint;
  recordedAt: Date;
  d: Uint8Array;
  h: Uint8Array;
  salt: Uint8Array | null;
  text: string | null;
};

export function findEntries(tx: Tx, query: JournalQuery, limit: number): Promise<EntryRow[]> {
  return tx.$queryRaw<EntryRow[]>`
    SELECT e.seq, e.recorded_at AS "recordedAt", e.d, e.h, t.salt, t.text
    FROM journal_entry e JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq
    WHERE ${Prisma.join(conditions(query), " AND ")}
    ORDER BY e.seq DESC LIMIT ${limit}`;
}

/** Includes former members, whose entries remain. */
export function findAuthors(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.member.findMany({ orderBy: { name: "asc" }, take: 500, select: { id: true, name: true } });
}

/** Resolves ids to current names: "Nejma SARL", "M-004". */
export async function findNames(tx: Tx, ids: readonly string[]): Promise<Record<string, string>> {
  const where = { id: { in: [...ids] } };
  const controllers = await tx.controller.findMany({ where, select: { id: true, legalName: true } });
  const measures = await tx.measure.findMany({ where, select: { id: true, reference: true } });
  return Object.fromEntries([
    ...controllers.map(({ id, legalName }) => [id, legalName]),
    ...measures.map(({ id, reference }) => [id, reference]),
  ]);
}

export function findHead(tx: Tx): Promise<{ seq: bigint; h: Uint8Array } | null> {
  return tx.journalHead.findFirst({ select: { seq: true, h: true } });
}

export async function findPublished(tx: Tx) {
  const latest = await tx.journalPublication.findFirst({
    orderBy: [{ day: "desc" }, { seq: "desc" }],
    select: { day: true, seq: true },
  });
  return latest && { day: latest.day, seq: Number(latest.seq), count: await tx.journalPublication.count() };
}

/** The newest time stamp of a head; null before the first. */
export async function findStamp(tx: Tx) {
  const stamp = await tx.journalStamp.findFirst({
    orderBy: { recordedAt: "desc" },
    select: { authority: true, stampedAt: true, publication: { select: { seq: true } } },
  });
  return (
    stamp && {
      authority: stamp.authority,
      at: stamp.stampedAt.getTime(),
      seq: Number(stamp.publication.seq),
    }
  );
}

/** Null before the first published head. */
export async function findKeyBegan(tx: Tx): Promise<number | null> {
  const key = await tx.journalKey.findFirst({
    where: { retiredAt: null },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  return key && key.createdAt.getTime();
}

function conditions({ before, who, noun, from, to }: JournalQuery): Prisma.Sql[] {
  const all = [Prisma.sql`true`];
  if (before !== undefined) all.push(Prisma.sql`e.seq < ${BigInt(before)}`);
  if (who) all.push(Prisma.sql`t.actor_id = ${who}`);
  if (noun) all.push(Prisma.sql`t.noun = ${noun}`);
  if (from) all.push(Prisma.sql`e.recorded_at >= ${startOf(from)}`);
  if (to) all.push(Prisma.sql`e.recorded_at < ${startOf(addDaysToDay(to, 1))}`);
  return all;
}

function startOf(day: string): Date {
  return new Date(startOfDay("Africa/Casablanca", day));
}
