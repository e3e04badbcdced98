import { bindsUntil } from "@/lib/domain/contract/in-force";
import { required } from "@/lib/domain/invariant/required";
import { conflict, done, type Outcome } from "@/lib/domain/outcome/outcome";
import { announce } from "@/lib/platform/write/announce";
import { type Ctx, today } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  columnsOf,
  type ContractRow,
  findContract,
  findPlaces,
  findVersions,
  flattenContract,
} from "@/lib/features/contract/read/queries";
import { type ContractChange, insertContractVersion } from "./rows";

/** Changed fields; others are unaffected. */
export type ContractPatch = Partial<
  Pick<
    ContractRow,
    "reference" | "title" | "signedOn" | "effectiveOn" | "noticeGivenOn" | "endedOn" | "content"
  >
>;

type Change = {
  before: ContractRow;
  /** Version that the person read. */
  version: number;
  said: ContractPatch;
  kind: ContractChange;
  /** Current fields of the form, shown in a conflict. */
  shown?: (current: ContractRow) => object;
};

/** Updates conditionally on the version read, and inserts a version row. */
export async function changeContract(
  tx: Tx,
  ctx: Ctx,
  { before, version, said, kind, shown = flattenContract }: Change,
): Promise<Outcome<ContractRow>> {
  // Reads again: this transaction may have changed its instructors.
  const { instructors } = required(await findContract(tx, before.id), "contract");
  const after = { ...before, ...said, instructors, version: version + 1 };
  const columns = columnsOf(after, await findPlaces(tx), today(ctx));
  const { count } = await tx.contract.updateMany({
    where: { id: before.id, version },
    data: { ...said, ...columns, version: version + 1, updatedAt: ctx.now },
  });
  if (count === 0) {
    const [last] = await findVersions(tx, before.id, 1);
    return conflict(shown(before), before.version, last);
  }
  await insertContractVersion(tx, ctx, after, columns, kind);
  await announceTacitPeriod(tx, ctx, before, columns.bindsUntil);
  await announce(tx, ctx, { event: "contract.changed", controllerIds: [before.controllerId] });
  return done(after);
}

/** Tacit periods depend on the contract, so authorisations under it are reassessed. */
async function announceTacitPeriod(
  tx: Tx,
  ctx: Ctx,
  before: ContractRow,
  until: string | null,
): Promise<void> {
  if (bindsUntil(before, today(ctx)) === until) return;
  const { authorisations: uses } = await tx.contract.findFirstOrThrow({
    where: { id: before.id },
    select: {
      authorisations: {
        where: { state: "notified" },
        select: { controllerId: true, subProcessorId: true },
      },
    },
  });
  if (uses.length > 0) await announce(tx, ctx, { event: "authorisation.changed", uses });
}
