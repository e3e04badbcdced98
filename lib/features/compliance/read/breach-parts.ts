import type { NoticeState } from "@/lib/domain/breach/deadlines";
import { controllerClock } from "@/lib/domain/breach/deadlines";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { todayIn } from "@/lib/domain/time/zones";
import { findInformed, findTerms } from "@/lib/features/breach/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Days for which a breach that is closed is still judged. */
const JUDGED_DAYS = 365;
const DAY_MS = 86_400_000;

/** Part of a breach that concerns one controller, in the columns of a finding. */
export type BreachPart = {
  controller_id: string;
  subject_id: string;
  reference: string;
  label: string;
  codes: NoticeState[];
};

const FAILED: readonly NoticeState[] = ["late", "told-late"];

/**
 * Controllers that a breach concerns, each with what its clock says: deadlines come from the contract in force on the
 * day of awareness, which SQL does not compute.
 */
export async function findBreachParts(tx: Tx, now: Date): Promise<BreachPart[]> {
  const since = new Date(now.getTime() - JUDGED_DAYS * DAY_MS);
  const rows = await tx.breach.findMany({
    where: { isDrill: false, OR: [{ status: { not: "closed" } }, { awareAt: { gte: since } }] },
    select: {
      ...{ id: true, reference: true, title: true, awareAt: true },
      controllers: { where: { status: { not: "set-aside" } }, select: { controllerId: true } },
    },
  });
  if (rows.length === 0) return [];
  const informed = await findInformed(
    tx,
    rows.map(({ id }) => id),
  );
  const parts: BreachPart[] = [];
  for (const { id, reference, title, awareAt, controllers } of rows) {
    const aware = awareAt?.getTime() ?? null;
    const day = todayIn("Africa/Casablanca", aware ?? now.getTime());
    const ids = controllers.map(({ controllerId }) => controllerId);
    const terms = await findTerms(tx, ids, day);
    const calendar = calendarOf({ country: null, address: "" }, { from: day });
    for (const controllerId of ids) {
      const of = {
        ...{ awareAt: aware, terms: terms.get(controllerId) ?? null, law: "unknown" as const, calendar },
        informed: informed.get(`${id} ${controllerId}`) ?? [],
      };
      const { state } = controllerClock(of, now.getTime());
      const codes = FAILED.includes(state) ? [state] : [];
      parts.push({ controller_id: controllerId, subject_id: id, reference, label: title, codes });
    }
  }
  return parts;
}
