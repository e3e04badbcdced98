import { authorisationCellOf } from "@/lib/domain/authorisation/authorisation-status";
import { groupOfUse } from "@/lib/domain/authorisation/use-group";
import { placeLinks } from "@/lib/domain/sub-processor/chain";
import { isInForce } from "@/lib/domain/sub-processor/use-requirements";
import { todayIn } from "@/lib/domain/time/zones";
import { cellKey, findRequests, findUsed, type UsedRow } from "@/lib/features/authorisation/read/queries";
import type { ContactCtx } from "@/lib/platform/request/context";
import { readTogether } from "@/lib/platform/read/read-together";
import type { Tx } from "@/lib/platform/database/transaction";

/** Sub-processors with requests to this controller, with status, document and tools. */
export async function findOwnSubProcessors(tx: Tx, { actor, now }: ContactCtx) {
  const today = todayIn("Africa/Casablanca", now.getTime());
  const { rows, requests, asked, transfers } = await readTogether({
    rows: findUsed(tx, today),
    requests: findRequests(tx),
    asked: tx.authorisation.findMany({ select: { id: true, reference: true } }),
    transfers: tx.transfer.findMany({
      where: { subProcessorId: { not: null }, state: "running" },
      orderBy: { reference: "asc" },
      select: { id: true, reference: true, subProcessorId: true },
    }),
  });
  return rows.map(({ usedFor, ...row }) => {
    const of = requests.get(cellKey(actor.controllerId, row.id)) ?? [];
    const cell = authorisationCellOf(
      { requests: of, subProcessor: usedFor(actor.controllerId), regime: "specific" },
      now.getTime(),
    );
    return {
      ...shown(row, today),
      group: groupOfUse(cell.state),
      state: cell.state,
      missing: cell.missing.filter((requirement) => requirement !== "authorisation"),
      requests: asked.filter(({ id }) => id === cell.requestId || id === cell.pendingId),
      transfers: transfers.filter(({ subProcessorId }) => subProcessorId === row.id),
    };
  });
}

/** Excludes the processor's checks and the terms of its contract. */
function shown({ id, reference, content }: Omit<UsedRow, "usedFor">, today: string) {
  const { identity, service, places, chain, guarantees, contract } = content;
  return {
    id,
    reference,
    identity,
    service,
    places,
    links: placeLinks(chain.links),
    certifications: guarantees.certifications,
    contractSignedOn: isInForce(contract, today) ? contract.signedOn : null,
  };
}
