import { OWN_THRESHOLD_HOURS } from "@/lib/domain/breach/deadlines";
import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Reads the organisation's own threshold as it stood at an instant: what is changed later judges no earlier breach.
 */
export async function ownThresholdReader(tx: Tx): Promise<(at: number | null) => number> {
  const versions = await tx.$queryRaw<{ recordedAt: Date; hours: number | null }[]>`
    SELECT recorded_at AS "recordedAt", (snapshot->>'breachNoticeHours')::int AS hours FROM organisation_version
    ORDER BY version`;
  return (at) => {
    const version = versions.findLast(({ recordedAt }) => at === null || recordedAt.getTime() <= at);
    return version?.hours ?? OWN_THRESHOLD_HOURS;
  };
}
