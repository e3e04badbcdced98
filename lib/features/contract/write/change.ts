import { bindsUntil } from "@/lib/domain/contract/in-force";
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

/** What a change says; the rest of the contract stays. */
export type ContractPatch = Partial<
  Pick<
    ContractRow,
    "reference" | "title" | "signedOn" | "effectiveOn" | "noticeGivenOn" | "endedOn" | "content"
  >
>;

type Change = {
  before: ContractRow;
  /** The version that the person read. */
  version: number;
  said: ContractPatch;
  kind: ContractChange;
  /** The fields of the form that asks, as they stand now: shown beside what was typed, should it lose. */
  shown?: (current: ContractRow) => object;
};

/** The conditional update: the version the person read stands in its `where`; a version row keeps what now stands. */
export async function changeContract(
  tx: Tx,
  ctx: Ctx,
  { before, version, said, kind, shown = flattenContract }: Change,
): Promise<Outcome<ContractRow>> {
  // Read again: whom it names as instructors may have changed in this very transaction.
  const { instructors } = (await findContract(tx, before.id))!;
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

/** A silence that counts by a contract counts as long as it binds: what relies on one is assessed again. */
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
