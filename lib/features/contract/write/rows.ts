import { lawColumns } from "@/lib/domain/controller/law-facts";
import { entryOf } from "@/lib/domain/invariant/required";
import { lockTable } from "@/lib/platform/versioned/numbering";
import { insertRows } from "@/lib/platform/database/insert-rows";
import { newId } from "@/lib/platform/database/ids";
import { type Ctx, today } from "@/lib/platform/request/context";
import { announce } from "@/lib/platform/write/announce";
import type { Contract, Instructor } from "@/lib/domain/contract/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { columnsOf, type ContractRow, findContracts, findPlaces } from "@/lib/features/contract/read/queries";
import { contractDocument } from "./document";

/** Serialises references in this organisation. */
export function lockContracts(tx: Tx, ctx: Ctx): Promise<void> {
  return lockTable(tx, ctx, "contract");
}

async function findLawFacts(tx: Tx, ids: readonly string[]) {
  const rows = await tx.controller.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, ...lawColumns },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

export type WholeContract = Omit<Contract, "content"> &
  Pick<ContractRow, "controllerId" | "reference" | "title" | "content"> & {
    instructors: readonly Omit<Instructor, "id">[];
  };

/** Inserts contracts with their instructors and first versions, and announces them. Requires `lockContracts`. */
export async function insertContracts(
  tx: Tx,
  ctx: Ctx,
  wholes: readonly WholeContract[],
  change: "created" | "imported",
): Promise<ContractRow[]> {
  const organisation = await findPlaces(tx);
  const on = today(ctx);
  const controllers = await findLawFacts(
    tx,
    wholes.map(({ controllerId }) => controllerId),
  );
  const made = wholes.map(({ instructors, ...fields }) => {
    const named = instructors.map((instructor) => ({ ...instructor, id: newId(ctx.now) }));
    const contract = { id: newId(ctx.now), controllerId: fields.controllerId };
    const controller = entryOf(controllers, fields.controllerId);
    const columns = columnsOf({ ...fields, controller, instructors: named }, organisation, on);
    return { fields, named, contract, columns };
  });
  const dated = { orgId: ctx.scope.org, createdAt: ctx.now, updatedAt: ctx.now };
  await insertRows(
    tx,
    "contract",
    made.map(({ fields, columns, contract }) => ({ ...fields, ...columns, ...dated, id: contract.id })),
  );
  const people = made.flatMap(({ named, contract }) => named.map((person) => ({ person, contract })));
  await insertInstructors(tx, ctx, people);
  const written = await findContracts(tx, { id: { in: made.map(({ contract }) => contract.id) } });
  const rows = new Map(written.map((row) => [row.id, row]));
  const stored = made.map(({ columns, contract }) => ({ row: entryOf(rows, contract.id), columns }));
  await contractDocument.insertVersions(tx, ctx, stored, change);
  const controllerIds = [...new Set(stored.map(({ row }) => row.controllerId))];
  await announce(tx, ctx, { event: "contract.changed", controllerIds });
  return stored.map(({ row }) => row);
}
type Named = { person: Instructor; contract: Pick<ContractRow, "id" | "controllerId"> };

export async function insertInstructors(tx: Tx, { scope, now }: Ctx, named: readonly Named[]): Promise<void> {
  await insertRows(
    tx,
    "contract_instructor",
    named.map(({ person: { id, name, capacity, email, power, from, until }, contract }) => ({
      id,
      name,
      capacity,
      email,
      power,
      orgId: scope.org,
      contractId: contract.id,
      controllerId: contract.controllerId,
      fromOn: from,
      untilOn: until,
      createdAt: now,
    })),
  );
}
