import { z } from "zod";
import type { HouseHistory } from "@/lib/domain/telephone-prospecting/house-history";
import { RULE_IDS, type RuleId } from "@/lib/domain/telephone-prospecting/statute";
import { NO_TIGHTENING, type Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import type { WeekdayHours } from "@/lib/domain/telephone-prospecting/weekday-hours";
import type { Tx } from "@/lib/platform/database/transaction";

const fields = {
  attempts: true,
  opensAt: true,
  closesAt: true,
  weekdays: true,
  consentMonths: true,
  closesLocalHolidays: true,
  closedDays: true,
  early: true,
  reason: true,
} as const;

const weekdaysSchema = z.array(
  z.object({ day: z.coerce.number(), from: z.string().nullable(), until: z.string().nullable() }),
);
const earlySchema = z.array(z.object({ rule: z.enum(RULE_IDS), from: z.string() }));

export type HouseRow = Omit<Tightening, "weekdays" | "closedDays" | "early"> & {
  id: string;
  version: number;
  reason: string;
  weekdays: WeekdayHours[];
  closedDays: string[];
  early: { rule: RuleId; from: string }[];
};

/** Finds what the organisation asks beyond the law; null where it asks nothing. */
export async function findHouseRule(tx: Tx): Promise<HouseRow | null> {
  const row = await tx.houseRule.findFirst({ select: { id: true, version: true, ...fields } });
  return (
    row && {
      ...row,
      weekdays: weekdaysSchema.parse(row.weekdays ?? []),
      early: earlySchema.parse(row.early),
    }
  );
}

export async function findTightening(tx: Tx): Promise<Tightening> {
  return (await findHouseRule(tx)) ?? NO_TIGHTENING;
}

/** Fields of a version as they were saved, of which older ones lack `weekdays`; `early` is written "T9 2026-01-01". */
const snapshotSchema = z.object({
  attempts: z.number().nullable(),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  weekdays: weekdaysSchema.default([]),
  consentMonths: z.number().nullable(),
  closesLocalHolidays: z.boolean(),
  closedDays: z.array(z.string()),
  early: z.array(
    z
      .string()
      .transform((written) => written.split(" "))
      .pipe(z.tuple([z.enum(RULE_IDS), z.string()]))
      .transform(([rule, from]) => ({ rule, from })),
  ),
});

/** Finds every version of what the organisation asked for, by the instant at which it was recorded. */
export async function findHouseHistory(tx: Tx): Promise<HouseHistory> {
  const rows = await tx.houseRuleVersion.findMany({
    orderBy: { version: "asc" },
    select: { recordedAt: true, snapshot: true },
  });
  return rows.map(({ recordedAt, snapshot }) => ({
    from: recordedAt.getTime(),
    house: snapshotSchema.parse(snapshot),
  }));
}

export async function findHouseVersions(tx: Tx) {
  const rows = await tx.houseRuleVersion.findMany({
    orderBy: { version: "desc" },
    take: 50,
    select: { version: true, reason: true, authorName: true, recordedAt: true },
  });
  return rows.map(({ recordedAt, ...row }) => ({ ...row, at: recordedAt.getTime() }));
}
