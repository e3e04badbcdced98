import { planHolidays } from "@/lib/domain/obligation/plan-holiday";
import { findHolidayRows } from "@/lib/features/holiday/read/queries";
import type { FindObligations } from "./asked";

/** Moving holidays to confirm while a client has its seat in Morocco, whose days they move; and those confirmed since the bound. */
export const findHolidayObligations: FindObligations = async (tx, { now, doneSince }) => {
  const served = await tx.controller.findFirst({
    where: { country: "MA", archivedAt: null },
    select: { id: true },
  });
  if (!served) return [];
  const rows = await findHolidayRows(tx);
  const last = rows.map(({ recordedAt, ...row }) => ({ ...row, recordedAt: recordedAt.getTime() }));
  return planHolidays(last, now).filter(({ doneAt }) => doneAt === null || doneAt >= doneSince.getTime());
};
