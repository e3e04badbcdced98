import { CONTRACT_RULES_VERSION } from "@/lib/domain/contract/completeness";
import { todayIn } from "@/lib/domain/time/zones";
import { columnsOf, findContracts, findPlaces, type ContractRow } from "@/lib/features/contract/read/queries";
import type { Announcement } from "@/lib/platform/write/announce";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Reassesses contracts in the same transaction: sites and the controller's country decide whether a transfer tool is
 * required.
 */
export async function followContracts(
  tx: Tx,
  ctx: Pick<Ctx, "now">,
  announcement: Announcement,
): Promise<void> {
  if (announcement.event === "organisation.changed") await assessContracts(tx, ctx.now);
  if (announcement.event === "controller.changed")
    await assessContracts(tx, ctx.now, announcement.controllerIds);
}

/** Documents in memory at once. */
const BATCH = 200;

/**
 * Applies the law of today as contracts begin, renew and expire. Derived columns: no version and no journal entry.
 * Locks rows. Ended contracts retain their last assessment until the rules change. Returns the number of changes.
 */
export async function assessContracts(
  tx: Tx,
  now: Date,
  controllerIds: readonly string[] | null = null,
): Promise<number> {
  const today = todayIn("Africa/Casablanca", now.getTime());
  const organisation = await findPlaces(tx);
  const candidates = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM contract
    WHERE (state <> 'ended' OR rules_version <> ${CONTRACT_RULES_VERSION})
      AND (${controllerIds === null} OR controller_id = ANY (${controllerIds ?? []}::uuid[]))
    ORDER BY id FOR UPDATE`;
  let changed = 0;
  for (let at = 0; at < candidates.length; at += BATCH) {
    const ids = candidates.slice(at, at + BATCH).map(({ id }) => id);
    const contracts = await findContracts(tx, { id: { in: ids } });
    changed += await updateColumns(tx, contracts, organisation, today);
  }
  return changed;
}

function updateColumns(
  tx: Tx,
  contracts: readonly ContractRow[],
  organisation: Awaited<ReturnType<typeof findPlaces>>,
  today: string,
): Promise<number> {
  const rows = contracts.map((contract) => ({
    id: contract.id,
    ...columnsOf(contract, organisation, today),
  }));
  return tx.$executeRaw`
    UPDATE contract AS c SET
      state = v.state, ends_on = v."endsOn", renews = v.renews, deadline_on = v."deadlineOn",
      required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps", gap_codes = v."gapCodes",
      rules_version = v."rulesVersion", changes_on = v."changesOn",
      binds_until = v."bindsUntil"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (
      id uuid, state text, "endsOn" text, renews boolean, "deadlineOn" text, "requiredGaps" int,
      "advisableGaps" int, "gapCodes" text[], "rulesVersion" int, "changesOn" text, "bindsUntil" text)
    WHERE c.id = v.id AND (c.state, c.ends_on, c.renews, c.deadline_on, c.required_gaps, c.advisable_gaps, c.gap_codes,
      c.rules_version, c.changes_on, c.binds_until) IS DISTINCT FROM (v.state, v."endsOn", v.renews, v."deadlineOn", v."requiredGaps",
      v."advisableGaps", v."gapCodes", v."rulesVersion", v."changesOn", v."bindsUntil")`;
}
