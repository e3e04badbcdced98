import { undatedOf } from "@/lib/domain/obligation/types";
import { findOpenConsultations, findInstructionFit } from "@/lib/features/consultation/read/queries";
import { isInstructed } from "@/lib/features/consultation/read/reachable";
import { holderOf } from "@/lib/features/controller/read/active";
import type { FindLacks } from "./asked";

/** Consultations that are open while the instruction that they execute orders nothing, 28(3)(a), 29: nobody may be asked. */
export const findConsultationLacks: FindLacks = async (tx, { day }) => {
  const duties = [];
  for (const row of await findOpenConsultations(tx, day)) {
    const { refusals } = await findInstructionFit(tx, row, day);
    if (isInstructed(refusals)) continue;
    const { id, reference, title, version, controller } = row;
    const of = {
      subject: { id, reference: `${reference} ${title}` },
      controller: { id: holderOf(row), name: controller.legalName },
      path: `/telephone/consultations/${id}`,
      version,
      changedAt: row.updatedAt.getTime(),
    };
    duties.push(undatedOf(of, "consultation.ground", { about: row.instruction?.number ?? "" }));
  }
  return duties;
};
