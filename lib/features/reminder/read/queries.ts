import { obligationKey, type ObligationNoun } from "@/lib/domain/obligation/rules";
import { ALARM_PAUSE_MS, alarmKey, type Stage, stageKey } from "@/lib/domain/obligation/reminders";
import { type Obligation, todayAtHome } from "@/lib/domain/obligation/types";
import { endOfDay, startOfDay } from "@/lib/domain/time/zones";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import {
  type AuthorisationRow,
  findAuthorisations,
  findReaders,
} from "@/lib/features/authorisation/read/queries";
import { findObligations } from "@/lib/features/obligation/read/queries";
import { findGrounds, type GroundOf } from "@/lib/features/obligation/read/grounds";
import type { Tx } from "@/lib/platform/database/transaction";

const HOME = "Africa/Casablanca";

export type Known = {
  /** Keys of reminders queued already. */
  sent: Set<string>;
  /** Readers and rows that were told of within the hour. */
  alarmed: Set<string>;
  /** Readers whose digest of today is queued. */
  digestsToday: Set<string>;
  organisation: { slug: string; legalName: string };
  /** Dates in each language that a reader has; one list but for the words of rows. */
  obligations: ReadonlyMap<Locale, Obligation[]>;
  /** Texts by which a date is owed. */
  groundOf: GroundOf;
};

type Asked = { org: string; now: Date; locales: ReadonlySet<Locale>; nouns: readonly ObligationNoun[] };

/** Dates of an organisation, and what was told of them. */
export async function findKnown(tx: Tx, { org, now, locales, nouns }: Asked): Promise<Known> {
  const obligations = new Map<Locale, Obligation[]>();
  for (const locale of LOCALES.filter((one) => locales.has(one)))
    obligations.set(locale, await findObligations(tx, { now, locale, nouns }));
  const day = todayAtHome(now.getTime());
  const today = { gte: new Date(startOfDay(HOME, day)), lte: new Date(endOfDay(HOME, day)) };
  const keys = [...new Set([...obligations.values()].flat().map(obligationKey))];
  const planned = await tx.$queryRaw<Stage[]>`
    SELECT reader_id AS "readerId", obligation, due, stage FROM reminder WHERE obligation = ANY(${keys}::text[])`;
  const digests = await tx.reminder.findMany({
    where: { isDigest: true, plannedAt: today },
    select: { readerId: true },
    distinct: ["readerId"],
  });
  const alarms = await tx.reminder.findMany({
    where: { isDigest: false, plannedAt: { gt: new Date(now.getTime() - ALARM_PAUSE_MS) } },
    select: { readerId: true, obligation: true },
  });
  return {
    obligations,
    groundOf: await findGrounds(tx, now),
    // The key of an obligation is its kind, its row and its part.
    alarmed: new Set(alarms.map((told) => alarmKey(told.readerId, told.obligation.split(" ")[1] ?? ""))),
    sent: new Set(planned.map(stageKey)),
    digestsToday: new Set(digests.map(({ readerId }) => readerId)),
    organisation: await tx.organisation.findFirstOrThrow({
      where: { id: org },
      select: { slug: true, legalName: true },
    }),
  };
}

export type Request = AuthorisationRow & { addressee: string };

/** Requests that letters tell of, each with whoever answers for its controller; "" where nobody does. */
export async function findRequests(tx: Tx, ids: readonly string[]): Promise<Map<string, Request>> {
  if (ids.length === 0) return new Map();
  const rows = await findAuthorisations(tx, { id: { in: [...ids] } });
  const readerOf = await findReaders(tx, rows);
  return new Map(rows.map((row) => [row.id, { ...row, addressee: readerOf(row) }]));
}
