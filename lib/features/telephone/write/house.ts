import { conflict, done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { StaffCtx } from "@/lib/platform/request/context";
import { defineDocument } from "@/lib/platform/versioned/define-document";
import { lockTable } from "@/lib/platform/versioned/numbering";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findHouseRule, type HouseRow } from "@/lib/features/telephone/read/house";
import type { HouseRuleSave } from "@/lib/features/telephone/schema";

const houseDocument = defineDocument<HouseRow, Omit<HouseRow, "id" | "version">>()({
  noun: "telephone",
  table: "house_rule",
  versions: "house_rule_version",
  key: "houseRuleId",
  find: findHouseRule,
  versionOf: (row, change: "created" | "saved") => ({
    change,
    reason: row.reason,
    snapshot: flattenHouse(row),
  }),
  flatten: flattenHouse,
  labelOf: () => "",
});

function flattenHouse({ id: _id, version: _version, early, closedDays, weekdays, ...row }: HouseRow) {
  return {
    ...row,
    // A day is a code, of which the journal has words.
    weekdays: weekdays.map(({ day, from, until }) => ({ day: String(day), from, until })),
    closedDays: [...closedDays],
    early: early.map(({ rule, from }) => `${rule} ${from}`),
  };
}

/** Saves what the organisation asks of its own calls; the schema refuses what would allow more than the law. */
export async function saveHouseRule(
  ctx: StaffCtx,
  { version, ...fields }: HouseRuleSave,
): Promise<Outcome<{ version: number }>> {
  if (!isAuthorised(ctx, "telephone.tighten")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const unit = { tx, ctx, journal };
    await lockTable(tx, ctx, "house_rule");
    const before = await findHouseRule(tx);
    if ((before?.version ?? 0) !== version) return conflict(before ?? {}, before?.version ?? 0);
    const event = "telephone.tightened" as const;
    const saved = before
      ? await houseDocument.updateWithin(unit, { id: before.id, version }, () =>
          done({ patch: fields, kind: "saved", event }),
        )
      : await houseDocument.createWithin(unit, { fields, kind: "created", event });
    return saved.ok ? done({ version: saved.value.version }) : saved;
  });
}
