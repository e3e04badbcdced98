import { entryOf, required } from "@/lib/domain/invariant/required";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { insertRows } from "@/lib/platform/database/insert-rows";
import { newId } from "@/lib/platform/database/ids";
import { type Ctx, today } from "@/lib/platform/request/context";
import { announce } from "@/lib/platform/write/announce";
import type { Contract, Instructor } from "@/lib/domain/contract/types";
import type { ContractColumns } from "@/lib/domain/contract/projection";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  columnsOf,
  type ContractRow,
  findContracts,
  findPlaces,
  snapshotOf,
} from "@/lib/features/contract/read/queries";

/** Serialises references in this organisation. */
export async function lockContracts(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`contracts ${org}`}, 0))`;
}

export type ContractChange =
  "created" | "renamed" | "saved" | "amended" | "instructors" | "moved" | "imported";

/** Inserts the version row and closes the previous one. */
export async function insertContractVersion(
  tx: Tx,
  ctx: Ctx,
  row: ContractRow,
  columns: ContractColumns,
  change: ContractChange,
): Promise<void> {
  await insertContractVersions(tx, ctx, [{ row, columns }], change);
}

export async function insertContractVersions(
  tx: Tx,
  ctx: Ctx,
  stored: readonly { row: ContractRow; columns: ContractColumns }[],
  change: ContractChange,
): Promise<void> {
  await tx.contractVersion.updateMany({
    where: { contractId: { in: stored.map(({ row }) => row.id) }, supersededAt: null },
    data: { supersededAt: ctx.now },
  });
  await insertRows(
    tx,
    "contract_version",
    stored.map(({ row, columns }) => ({
      ...recordedBy(ctx),
      contractId: row.id,
      version: row.version,
      controllerId: row.controllerId,
      change,
      reference: row.reference,
      title: row.title,
      state: columns.state,
      requiredGaps: columns.requiredGaps,
      gapCodes: columns.gapCodes,
      snapshot: snapshotOf(row),
    })),
  );
}

async function findCountries(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await tx.controller.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, country: true },
  });
  return new Map(rows.map(({ id, country }) => [id, country]));
}

export type WholeContract = Omit<Contract, "content"> &
  Pick<ContractRow, "controllerId" | "reference" | "title" | "content"> & {
    instructors: readonly Omit<Instructor, "id">[];
  };

/** Inserts the contract, its instructors and first version. Requires `lockContracts`. */
export async function insertContract(
  tx: Tx,
  ctx: Ctx,
  stated: WholeContract,
  change: "created" | "imported",
): Promise<ContractRow> {
  const [row] = await insertContracts(tx, ctx, [stated], change);
  return required(row, "row that was just written");
}

export async function insertContracts(
  tx: Tx,
  ctx: Ctx,
  wholes: readonly WholeContract[],
  change: "created" | "imported",
): Promise<ContractRow[]> {
  const organisation = await findPlaces(tx);
  const on = today(ctx);
  const countries = await findCountries(
    tx,
    wholes.map(({ controllerId }) => controllerId),
  );
  const made = wholes.map(({ instructors, ...said }) => {
    const named = instructors.map((instructor) => ({ ...instructor, id: newId(ctx.now) }));
    const contract = { id: newId(ctx.now), controllerId: said.controllerId };
    const controller = { country: countries.get(said.controllerId) ?? null };
    const columns = columnsOf({ ...said, controller, instructors: named }, organisation, on);
    return { said, named, contract, columns };
  });
  const dated = { orgId: ctx.scope.org, createdAt: ctx.now, updatedAt: ctx.now };
  await insertRows(
    tx,
    "contract",
    made.map(({ said, columns, contract }) => ({ ...said, ...columns, ...dated, id: contract.id })),
  );
  const people = made.flatMap(({ named, contract }) => named.map((person) => ({ person, contract })));
  await insertInstructors(tx, ctx, people);
  const written = await findContracts(tx, { id: { in: made.map(({ contract }) => contract.id) } });
  const rows = new Map(written.map((row) => [row.id, row]));
  const stored = made.map(({ columns, contract }) => ({ row: entryOf(rows, contract.id), columns }));
  await insertContractVersions(tx, ctx, stored, change);
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
      ...{ id, name, capacity, email, power },
      orgId: scope.org,
      contractId: contract.id,
      controllerId: contract.controllerId,
      fromOn: from,
      untilOn: until,
      createdAt: now,
    })),
  );
}
