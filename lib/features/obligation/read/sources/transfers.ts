import { planTransfer } from "@/lib/domain/obligation/plan-transfer";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import { type FindObligations, PARTY, partyOf } from "./asked";

export const findTransferObligations: FindObligations = async (tx, { now }) => {
  const rows = await tx.transfer.findMany({
    where: { state: "running", OR: [{ nextReviewOn: { not: null } }, { tool: "adequacy" }] },
    select: {
      id: true,
      reference: true,
      state: true,
      importerName: true,
      country: true,
      tool: true,
      nextReviewOn: true,
      version: true,
      updatedAt: true,
      controller: PARTY,
    },
  });
  return rows.flatMap(({ id, reference, controller, version, updatedAt, state, importerName, ...it }) =>
    planTransfer(
      {
        row: {
          subject: { id, reference },
          controller: partyOf(controller),
          version,
          path: `/transfers/${id}`,
          changedAt: updatedAt.getTime(),
        },
        ...it,
        state: state as TransferState,
        importer: importerName,
      },
      now,
    ),
  );
};
