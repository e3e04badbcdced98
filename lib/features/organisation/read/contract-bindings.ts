import type { StoredBinding } from "@/lib/domain/contract/bound-under";
import type { Tx } from "@/lib/platform/database/transaction";

/** A contract that is or may be in force, with its client's name. */
export type ContractBinding = StoredBinding & { client: string };

/** Finds contracts in force by their states as last assessed, clients in the order of their names. */
export async function findContractBindings(tx: Tx): Promise<ContractBinding[]> {
  const rows = await tx.contract.findMany({
    where: { state: "in-force", controller: { archivedAt: null } },
    orderBy: [{ controllerName: "asc" }, { id: "asc" }],
    select: {
      controllerName: true,
      signedOn: true,
      effectiveOn: true,
      noticeGivenOn: true,
      endedOn: true,
      content: true,
    },
  });
  return rows.map(({ controllerName: client, ...row }) => ({ ...row, client }));
}
