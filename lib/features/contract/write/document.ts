import { lawColumns } from "@/lib/domain/controller/law-facts";
import { bindsUntil } from "@/lib/domain/contract/in-force";
import { announce } from "@/lib/platform/write/announce";
import type { Tx } from "@/lib/platform/database/transaction";
import { type Ctx, today } from "@/lib/platform/request/context";
import { defineDocument } from "@/lib/platform/versioned/define-document";
import {
  columnsOf,
  type ContractRow,
  findContract,
  findInstructors,
  findPlaces,
  flattenContract,
  snapshotOf,
  subjectOf,
} from "@/lib/features/contract/read/queries";

type ContractFields = Pick<
  ContractRow,
  | "controllerId"
  | "reference"
  | "title"
  | "signedOn"
  | "effectiveOn"
  | "noticeGivenOn"
  | "endedOn"
  | "content"
>;

export type ContractChange =
  "created" | "renamed" | "saved" | "amended" | "instructors" | "moved" | "imported";

export const contractDocument = defineDocument<ContractRow, ContractFields>()({
  noun: "contract",
  table: "contract",
  versions: "contract_version",
  facts: "contract_fact",
  key: "contractId",
  find: findContract,
  columnsOf: async (tx, ctx, fields) => {
    const controller = await findLawFacts(tx, fields.controllerId);
    const instructors = await findInstructors(tx, fields.id);
    return columnsOf({ ...fields, controller, instructors }, await findPlaces(tx), today(ctx));
  },
  versionOf: (row, change: ContractChange, columns) => ({
    controllerId: row.controllerId,
    change,
    reference: row.reference,
    title: row.title,
    state: columns.state,
    requiredGaps: columns.requiredGaps,
    gapCodes: columns.gapCodes,
    snapshot: snapshotOf(row),
  }),
  flatten: flattenContract,
  labelOf: (row) => subjectOf(row).label,
  announce: async (tx, ctx, after, before) => {
    if (before) await announceTacitPeriod(tx, ctx, before, after);
    await announce(tx, ctx, { event: "contract.changed", controllerIds: [after.controllerId] });
  },
});

function findLawFacts(tx: Tx, id: string) {
  return tx.controller.findFirstOrThrow({ where: { id }, select: lawColumns });
}

/** Tacit periods depend on the contract, so authorisations under it are reassessed. */
async function announceTacitPeriod(tx: Tx, ctx: Ctx, before: ContractRow, after: ContractRow): Promise<void> {
  if (bindsUntil(before, today(ctx)) === bindsUntil(after, today(ctx))) return;
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
