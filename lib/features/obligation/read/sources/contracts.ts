import { planContract } from "@/lib/domain/obligation/plan-contract";
import { findContracts } from "@/lib/features/contract/read/queries";
import { doneDay, type FindObligations, partyOf } from "./asked";

export const findContractObligations: FindObligations = async (tx, asked) => {
  const rows = await findContracts(tx, {
    OR: [{ state: { not: "ended" } }, { endedOn: { gte: doneDay(asked) } }],
  });
  const changed = await tx.contract.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true, updatedAt: true },
  });
  const changedAt = new Map(changed.map(({ id, updatedAt }) => [id, updatedAt.getTime()]));
  return rows
    .flatMap((contract) => {
      const { id, reference, controller, version } = contract;
      const row = {
        subject: { id, reference },
        controller: partyOf(controller),
        version,
        path: `/contracts/${id}`,
        changedAt: changedAt.get(id) ?? 0,
      };
      return planContract({ row, contract, instructors: contract.instructors }, asked.now);
    })
    .filter(({ doneAt }) => doneAt === null || doneAt >= asked.doneSince.getTime());
};
