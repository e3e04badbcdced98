import { z } from "zod";
import { RULE_IDS, type RuleId } from "@/lib/domain/telephone-prospecting/statute";
import { NO_TIGHTENING, type Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import type { Tx } from "@/lib/platform/database/transaction";

const fields = {
  attempts: true,
  opensAt: true,
  closesAt: true,
  consentMonths: true,
  closesLocalHolidays: true,
  closedDays: true,
  early: true,
  reason: true,
} as const;

const earlySchema = z.array(z.object({ rule: z.enum(RULE_IDS), from: z.string() }));

export type HouseRow = Omit<Tightening, "closedDays" | "early"> & {
  id: string;
  version: number;
  reason: string;
  closedDays: string[];
  early: { rule: RuleId; from: string }[];
};

/** Finds what the organisation asks beyond the law; null where it asks nothing. */
export async function findHouseRule(tx: Tx): Promise<HouseRow | null> {
  const row = await tx.houseRule.findFirst({ select: { id: true, version: true, ...fields } });
  return row && { ...row, early: earlySchema.parse(row.early) };
}

export async function findTightening(tx: Tx): Promise<Tightening> {
  return (await findHouseRule(tx)) ?? NO_TIGHTENING;
}

export async function findHouseVersions(tx: Tx) {
  const rows = await tx.houseRuleVersion.findMany({
    orderBy: { version: "desc" },
    take: 50,
    select: { version: true, reason: true, authorName: true, recordedAt: true },
  });
  return rows.map(({ recordedAt, ...row }) => ({ ...row, at: recordedAt.getTime() }));
}
