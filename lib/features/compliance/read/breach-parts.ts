import { provenAwareAt } from "@/lib/domain/breach/clocks";
import { noticeVerdict } from "@/lib/domain/breach/deadlines";
import { foldBreach, judgementOf } from "@/lib/domain/breach/file";
import { noticeLack, type NoticeLack } from "@/lib/domain/breach/notice-lacks";
import { isToldWrongly } from "@/lib/domain/breach/rectification";
import { todayIn } from "@/lib/domain/time/zones";
import { findRectifications } from "@/lib/features/breach/read/rectifications";
import { ownThresholdReader } from "@/lib/features/breach/read/own-threshold";
import { findFactsOf, findInformed, findTerms } from "@/lib/features/breach/read/queries";
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
  codes: NoticeLack[];
};

/**
 * Controllers that a breach concerns, each with what its verdict lacks: deadlines come from the contract in force on the day
 * of awareness, which SQL does not compute. One that nobody told, or that was told wrongly and not told so, lacks something,
 * also after the closing.
 */
export async function findBreachParts(tx: Tx, now: Date): Promise<BreachPart[]> {
  const since = new Date(now.getTime() - JUDGED_DAYS * DAY_MS);
  const rows = await tx.breach.findMany({
    where: { isDrill: false, OR: [{ status: { not: "closed" } }, { awareAt: { gte: since } }] },
    select: { id: true, reference: true, title: true },
  });
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [informed, facts] = [await findInformed(tx, ids), await findFactsOf(tx, ids)];
  const ownHoursAt = await ownThresholdReader(tx);
  const rectificationOf = await findRectifications(tx, ids);
  const parts: BreachPart[] = [];
  for (const { id, reference, title } of rows) {
    const file = foldBreach(facts.get(id) ?? []);
    const places = file.places.filter(
      ({ controllerId, status }) =>
        status !== "set-aside" || isToldWrongly(rectificationOf(id, controllerId, status)),
    );
    const day = todayIn("Africa/Casablanca", file.awareAt ?? now.getTime());
    const controllerIds = places.map(({ controllerId }) => controllerId);
    const terms = await findTerms(tx, controllerIds, day);
    for (const { controllerId, status } of places) {
      const known = informed.get(`${id} ${controllerId}`) ?? [];
      const of = {
        awareAt: file.awareAt,
        terms: terms.get(controllerId) ?? null,
        informed: known,
        ownHours: ownHoursAt(file.awareAt),
        judgement: judgementOf(file, controllerId),
      };
      const { state } = noticeVerdict(of, now.getTime());
      const isTold = provenAwareAt(known) !== null;
      const lack = noticeLack({
        state,
        status,
        isTold,
        isClosed: file.status === "closed",
        rectification: rectificationOf(id, controllerId, status),
      });
      const codes = lack === null ? [] : [lack];
      parts.push({ controller_id: controllerId, subject_id: id, reference, label: title, codes });
    }
  }
  return parts;
}
