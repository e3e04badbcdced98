import { attendanceOf, type HeldTraining } from "@/lib/domain/dpo-work/attendance";
import { contentOf, heldOn } from "@/lib/domain/dpo-work/status";
import type { Tx } from "@/lib/platform/database/transaction";
import { findFacts, findWorks } from "@/lib/features/dpo-work/read/queries";

/** Trainings that were held, with the staff who attended after every correction. */
export async function findHeldTrainings(tx: Tx): Promise<HeldTraining[]> {
  const rows = await findWorks(tx, { kind: "training", state: "held" });
  const facts = await findFacts(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, kind, content }) => {
    const work = { kind, content, facts: facts.get(id) ?? [] };
    const { title, repeatMonths, headcount, ...listed } = contentOf(work, "training");
    return {
      id,
      title,
      on: heldOn(work),
      repeatMonths,
      headcount,
      staff: attendanceOf(listed, work.facts).staff,
    };
  });
}
