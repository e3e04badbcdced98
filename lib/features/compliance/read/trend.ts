import type { Cell, ComplianceDuty } from "@/lib/domain/compliance/duties";
import type { Reader } from "@/lib/platform/read/reader";

export type StoredDay = Cell & { duty: ComplianceDuty; day: string };

/** Figures of one party as they were read from a day on, by duty and day. */
export function findStoredDays(tx: Reader, party: string, from: string): Promise<StoredDay[]> {
  return tx.$queryRaw<StoredDay[]>`
    SELECT duty, day, subjects, lacking FROM compliance_day
    WHERE party = ${party} AND day >= ${from} ORDER BY duty, day`;
}
