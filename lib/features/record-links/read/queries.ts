import { proposeLinks } from "@/lib/domain/processing-record/link-proposals";
import { findLinks, findRecords } from "@/lib/features/processing-record/read/queries";
import type { Ctx } from "@/lib/platform/request/context";
import { readTogether } from "@/lib/platform/read/read-together";
import type { Tx } from "@/lib/platform/database/transaction";

/** Controller is null for an onward transfer of several. */
export type LinkSubject = { id: string; noun: "contract" | "transfer"; controllerId: string | null };

/** Linked entries, and entries whose words match: these can be linked in bulk. */
export async function findNaming(tx: Tx, ctx: Ctx, { id, noun, controllerId }: LinkSubject) {
  const naming = noun === "contract" ? { contractIds: { has: id } } : { transferIds: { has: id } };
  const { named, own, linksOf } = await readTogether({
    named: findRecords(tx, { capacity: "processor", ...naming }),
    own: controllerId === null ? [] : findRecords(tx, { capacity: "processor", controllerId }),
    linksOf: findLinks(tx, ctx, [{ controllerId }]),
  });
  const worded = own.filter((record) => {
    const { contract, transfers } = proposeLinks(record.content, linksOf(record));
    return noun === "contract" ? contract?.id === id : transfers.some(({ transfer }) => transfer.id === id);
  });
  return { named: named.map(faceOf), worded: worded.map(faceOf) };
}

type Row = Awaited<ReturnType<typeof findRecords>>[number];

function faceOf({ id, reference, state, content, controller }: Row) {
  return { id, reference, state, activity: content.activity, name: controller?.legalName ?? "" };
}
