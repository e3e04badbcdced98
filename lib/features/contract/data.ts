import type { ContractAssessment } from "@/lib/domain/contract/contract-case";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { projectContract, type ContractColumns } from "@/lib/domain/contract/projection";
import type { Contract, Instructor } from "@/lib/domain/contract/types";
import type { GdprBinding } from "@/lib/domain/organisation/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import { announce } from "@/lib/platform/announce";
import { today, type Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { insertRows } from "@/lib/platform/insert-rows";
import { recordedBy } from "@/lib/platform/recorded-by";
import type { Tx } from "@/lib/platform/transaction";

const instructorSelect = {
  id: true,
  name: true,
  capacity: true,
  email: true,
  power: true,
  fromOn: true,
  untilOn: true,
} satisfies Prisma.ContractInstructorSelect;

const contractSelect = {
  id: true,
  controllerId: true,
  reference: true,
  title: true,
  signedOn: true,
  effectiveOn: true,
  noticeGivenOn: true,
  endedOn: true,
  content: true,
  version: true,
  controller: { select: { id: true, legalName: true, country: true, archivedAt: true } },
  instructors: { select: instructorSelect, orderBy: [{ fromOn: "asc" }, { id: "asc" }] },
} satisfies Prisma.ContractSelect;

type Stored = Prisma.ContractGetPayload<{ select: typeof contractSelect }>;

/** A contract as the rules read it, with whose it is and who may instruct. */
export type ContractRow = Contract &
  Omit<Stored, keyof Contract | "instructors"> & { instructors: Instructor[] };

export async function findContract(tx: Tx, id: string): Promise<ContractRow | null> {
  const row = await tx.contract.findFirst({ where: { id }, select: contractSelect });
  return row && readContract(row);
}

/** Contracts in the order of their controllers' names, then of their references; at most so many, or all. */
export async function findContracts(
  tx: Tx,
  where: Prisma.ContractWhereInput = {},
  take?: number,
): Promise<ContractRow[]> {
  const orderBy = [{ controllerName: "asc" as const }, { reference: "asc" as const }];
  const rows = await tx.contract.findMany({ where, select: contractSelect, orderBy, take });
  return rows.map(readContract);
}

function readContract({ instructors, content, ...row }: Stored): ContractRow {
  return {
    ...row,
    content: contractContentSchema.parse(content),
    instructors: instructors.map(({ fromOn, untilOn, ...rest }) => ({
      ...rest,
      from: fromOn,
      until: untilOn,
    })),
  };
}

/** What the rules of a contract need of the organisation that is bound by it. */
export async function findPlaces(tx: Tx): Promise<ContractAssessment["organisation"]> {
  const { country, siteCountries, gdprBinding } = await tx.organisation.findFirstOrThrow({
    select: { country: true, siteCountries: true, gdprBinding: true },
  });
  return { country, siteCountries, gdprBinding: gdprBinding as GdprBinding };
}

/** What a contract is called while it is written: nobody else may take the same reference. */
export async function lockContracts(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`contracts ${org}`}, 0))`;
}

export async function isReferenceTaken(tx: Tx, reference: string, id?: string): Promise<boolean> {
  const twin = await tx.contract.findFirst({
    where: { reference, ...(id ? { id: { not: id } } : {}) },
    select: { id: true },
  });
  return twin !== null;
}

/** The controller a contract is made with, archived ones left out; its archiving waits. */
export async function findParty(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return tx.controller.findFirst({ where: { id, archivedAt: null }, select: { id: true } });
}

/** What is written beside the document: what lists sort and filter on, by the law of the day. */
export function columnsOf(
  contract: ContractAssessment["contract"] & Pick<ContractRow, "instructors">,
  organisation: ContractAssessment["organisation"],
  on: string,
): ContractColumns {
  return projectContract({ contract, instructors: contract.instructors, organisation, on });
}

export type ContractChange =
  "created" | "renamed" | "saved" | "amended" | "instructors" | "moved" | "imported";

/** Makes the version row of what now stands, and dates the end of the one before. */
export async function keepContractVersion(
  tx: Tx,
  ctx: Ctx,
  row: ContractRow,
  columns: ContractColumns,
  change: ContractChange,
): Promise<void> {
  await keepContractVersions(tx, ctx, [{ row, columns }], change);
}

/** The same for many at once. */
export async function keepContractVersions(
  tx: Tx,
  ctx: Ctx,
  kept: readonly { row: ContractRow; columns: ContractColumns }[],
  change: ContractChange,
): Promise<void> {
  await tx.contractVersion.updateMany({
    where: { contractId: { in: kept.map(({ row }) => row.id) }, supersededAt: null },
    data: { supersededAt: ctx.now },
  });
  await insertRows(
    tx,
    "contract_version",
    kept.map(({ row, columns }) => ({
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

/** All that a contract says, wherever it comes from: a form, the example, a file. */
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

/** Writes a contract with whoever may instruct under it, and its first version. Under `lockContracts`. */
export async function insertContract(
  tx: Tx,
  ctx: Ctx,
  said: WholeContract,
  change: "created" | "imported",
): Promise<ContractRow> {
  const [row] = await insertContracts(tx, ctx, [said], change);
  return row!;
}

/** The same for many at once, in their order. */
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
  const kept = made.map(({ columns, contract }) => ({ row: rows.get(contract.id)!, columns }));
  await keepContractVersions(tx, ctx, kept, change);
  const controllerIds = [...new Set(kept.map(({ row }) => row.controllerId))];
  await announce(tx, ctx, { event: "contract.changed", controllerIds });
  return kept.map(({ row }) => row);
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

/** What a version keeps: names, dates, the document, who may instruct. */
function snapshotOf({ id: _id, version: _version, controller: _controller, ...said }: ContractRow) {
  return said;
}

/** The same flat, field by field, for the journal's before and after: "terms.breachNoticeHours", "K25". */
export function sayContract(row: ContractRow) {
  const { content, instructors, ...said } = snapshotOf(row);
  const { clauses, ...sections } = content.deed;
  const fields = Object.entries(sections).flatMap(([section, values]) =>
    Object.entries(values).map(([field, value]) => [`${section}.${field}`, value] as const),
  );
  return { ...said, ...Object.fromEntries(fields), ...clauses, amendments: content.amendments, instructors };
}

/** What a journal entry about a contract is about. */
export function subjectOf({ id, reference, title }: Pick<ContractRow, "id" | "reference" | "title">) {
  return { noun: "contract" as const, id, label: [reference, title].filter(Boolean).join(" · ") };
}

/** Every version, newest first, as far as a page shows them. */
export function findVersions(tx: Tx, contractId: string, take = 50) {
  return tx.contractVersion.findMany({
    where: { contractId },
    orderBy: { version: "desc" },
    take,
    select: { version: true, change: true, authorName: true, recordedAt: true, snapshot: true },
  });
}
/** Dated facts of a contract's life, newest first. */
export function findFacts(tx: Tx, contractId: string) {
  return tx.contractFact.findMany({
    where: { contractId },
    orderBy: { recordedAt: "desc" },
    take: 50,
    select: { event: true, factOn: true, reason: true, recordedAt: true, authorName: true },
  });
}
