import type { BreachFile } from "@/lib/domain/breach/file";
import { agreedOn, type AgreedVersion } from "@/lib/domain/breach/upstream";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { findAgreedVersions } from "./queries";

type Reported = Pick<BreachFile, "subProcessor" | "awareAt">;

/** Reads, for some breaches in one statement, the contract that bound the sub-processor on the day of its awareness. */
export async function findUpstream(
  tx: Tx,
  files: readonly Reported[],
): Promise<(file: Reported) => AgreedVersion | null> {
  const versions = await findAgreedVersions(
    tx,
    files.flatMap(({ subProcessor }) => subProcessor?.id ?? []),
  );
  return ({ subProcessor, awareAt }) => {
    const at = subProcessor?.awareAt ?? subProcessor?.reportedAt ?? awareAt;
    if (!subProcessor?.id || at === null || at === undefined) return null;
    return agreedOn(versions.get(subProcessor.id) ?? [], todayIn("Africa/Casablanca", at));
  };
}
