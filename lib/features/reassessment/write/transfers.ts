import { todayIn } from "@/lib/domain/time/zones";
import { projectTransfer } from "@/lib/domain/transfer/projection";
import { findBindings, findTransfers } from "@/lib/features/transfer/read/queries";
import type { Announcement } from "@/lib/platform/write/announce";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/** Reassesses all after a change of the organisation's or a controller's legal position. */
export async function followTransfers(tx: Tx, ctx: Pick<Ctx, "now">, { event }: Announcement): Promise<void> {
  if (event === "organisation.changed" || event === "controller.changed") await assessTransfers(tx, ctx.now);
}

/**
 * Applies the law of today as adequacy decisions and contracts change and reviews fall due. Derived columns: no version
 * and no journal entry. Returns the number of changes.
 */
export async function assessTransfers(tx: Tx, now: Date): Promise<number> {
  const on = todayIn("Africa/Casablanca", now.getTime());
  await tx.$executeRaw`SELECT 1 FROM transfer ORDER BY id FOR UPDATE`;
  const bindingOf = await findBindings(tx, on);
  const rows = (await findTransfers(tx)).map((row) => {
    const columns = projectTransfer({
      content: row.content,
      binding: bindingOf(row),
      on,
      controller: row.controller,
    });
    return { id: row.id, ...columns };
  });
  return tx.$executeRaw`
    UPDATE transfer AS t SET required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps",
      gap_codes = v."gapCodes", rules_version = v."rulesVersion"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (
      id uuid, "requiredGaps" int, "advisableGaps" int, "gapCodes" text[], "rulesVersion" int)
    WHERE t.id = v.id AND (t.required_gaps, t.advisable_gaps, t.gap_codes, t.rules_version)
      IS DISTINCT FROM (v."requiredGaps", v."advisableGaps", v."gapCodes", v."rulesVersion")`;
}
