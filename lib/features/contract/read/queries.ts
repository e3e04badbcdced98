import { lawColumns } from "@/lib/domain/controller/law-facts";
import type { ContractAssessment } from "@/lib/domain/contract/contract-case";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { type ContractColumns, projectContract } from "@/lib/domain/contract/projection";
import type { Contract, Instructor } from "@/lib/domain/contract/types";
import type { GdprBinding } from "@/lib/domain/organisation/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { LATEST_FACTS, LATEST_VERSIONS } from "@/lib/platform/versioned/history";

const instructorSelect = {
  id: true,
  name: true,
  capacity: true,
  email: true,
  power: true,
  fromOn: true,
  untilOn: true,
} satisfies Prisma.ContractInstructorSelect;

const IN_ORDER = [
  { fromOn: "asc" },
  { id: "asc" },
] satisfies Prisma.ContractInstructorOrderByWithRelationInput[];

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
  controller: { select: { id: true, legalName: true, archivedAt: true, ...lawColumns } },
  instructors: { select: instructorSelect, orderBy: IN_ORDER },
} satisfies Prisma.ContractSelect;

type Stored = Prisma.ContractGetPayload<{ select: typeof contractSelect }>;

export type ContractRow = Contract &
  Omit<Stored, keyof Contract | "instructors"> & { instructors: Instructor[] };

export async function findContract(tx: Tx, id: string): Promise<ContractRow | null> {
  const row = await tx.contract.findFirst({ where: { id }, select: contractSelect });
  return row && readContract(row);
}

/** Sorts by controller name, then reference. */
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
    instructors: instructors.map(readInstructor),
  };
}

function readInstructor({ fromOn, untilOn, ...rest }: Stored["instructors"][number]): Instructor {
  return { ...rest, from: fromOn, until: untilOn };
}

export async function findInstructors(tx: Tx, contractId: string): Promise<Instructor[]> {
  const rows = await tx.contractInstructor.findMany({
    where: { contractId },
    select: instructorSelect,
    orderBy: IN_ORDER,
  });
  return rows.map(readInstructor);
}

export async function findPlaces(tx: Tx): Promise<ContractAssessment["organisation"]> {
  const { country, siteCountries, gdprBinding } = await tx.organisation.findFirstOrThrow({
    select: { country: true, siteCountries: true, gdprBinding: true },
  });
  return { country, siteCountries, gdprBinding: gdprBinding as GdprBinding };
}

export async function isReferenceUsed(tx: Tx, reference: string, id?: string): Promise<boolean> {
  const twin = await tx.contract.findFirst({
    where: { reference, ...(id ? { id: { not: id } } : {}) },
    select: { id: true },
  });
  return twin !== null;
}

/** Locks the controller against archiving; excludes archived ones. */
export async function findParty(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return tx.controller.findFirst({ where: { id, archivedAt: null }, select: { id: true } });
}

/** Columns for lists, by the law of the day. */
export function columnsOf(
  contract: ContractAssessment["contract"] & Pick<ContractRow, "instructors">,
  organisation: ContractAssessment["organisation"],
  on: string,
): ContractColumns {
  return projectContract({ contract, instructors: contract.instructors, organisation, on });
}

export function snapshotOf({ id: _id, version: _version, controller: _controller, ...rest }: ContractRow) {
  return rest;
}

/** Flat keys for the journal: "terms.breachNoticeHours", "K25". */
export function flattenContract(row: ContractRow) {
  const { content, instructors, ...rest } = snapshotOf(row);
  const { clauses, ...sections } = content.deed;
  const fields = Object.entries(sections).flatMap(([section, values]) =>
    Object.entries(values).map(([field, value]) => [`${section}.${field}`, value] as const),
  );
  return { ...rest, ...Object.fromEntries(fields), ...clauses, amendments: content.amendments, instructors };
}

export function subjectOf({ id, reference, title }: Pick<ContractRow, "id" | "reference" | "title">) {
  return { noun: "contract" as const, id, label: [reference, title].filter(Boolean).join(" · ") };
}

export function findVersions(tx: Tx, contractId: string, take: number = LATEST_VERSIONS.take) {
  return tx.contractVersion.findMany({
    where: { contractId },
    ...LATEST_VERSIONS,
    take,
    select: { ...LATEST_VERSIONS.select, snapshot: true },
  });
}

export function findFacts(tx: Tx, contractId: string) {
  return tx.contractFact.findMany({ where: { contractId }, ...LATEST_FACTS });
}
