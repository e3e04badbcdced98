import { lawColumns } from "@/lib/domain/controller/law-facts";
import { contractContentSchema } from "@/lib/domain/contract/content";
import type { ContractAssessment } from "@/lib/domain/contract/contract-case";
import { WARNING_DAYS } from "@/lib/domain/contract/term";
import { controllerSnapshotSchema } from "@/lib/domain/controller/snapshot";
import { entryOf } from "@/lib/domain/invariant/required";
import { organisationSnapshotSchema } from "@/lib/domain/organisation/snapshot";
import { fold } from "@/lib/domain/text/fold";
import type { AsOf } from "@/lib/domain/time/as-of";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { ROWS_ASKED } from "@/lib/platform/read/list-page";
import { findMergedAt } from "@/lib/platform/merged-at";
import { findControllersOf } from "@/lib/platform/read/of-controller";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import { columnsOf, findPlaces, type ContractRow } from "./queries";
import { CONTRACT_VIEWS, type ContractListRow, type ContractQuery, type ContractView } from "./list";

const versionSelect = {
  contractId: true,
  controllerId: true,
  version: true,
  recordedAt: true,
  authorName: true,
  change: true,
  snapshot: true,
} as const;

/** Uses the controller's name of that instant. */
export async function findContractsAt(tx: Tx, at: Date): Promise<ContractRow[]> {
  const rows = await tx.contractVersion.findMany({ where: versionsAt(at), select: versionSelect });
  const parties = await findPartiesAt(tx, at, rows);
  return rows.map((row) => readVersion(row, parties));
}

export async function findContractVersion(tx: Tx, contractId: string, version: number) {
  const found = await tx.contractVersion.findFirst({
    where: { contractId, version },
    select: versionSelect,
  });
  if (!found) return null;
  const { recordedAt, authorName, change } = found;
  const parties = await findPartiesAt(tx, recordedAt, [found]);
  return { row: readVersion(found, parties), recordedAt, authorName, change };
}

/** Falls back to the current organisation before its first version. */
export async function findPlacesAt(tx: Tx, at: Date): Promise<ContractAssessment["organisation"]> {
  const version = await tx.organisationVersion.findFirst({
    where: versionsAt(at),
    select: { snapshot: true },
  });
  return version ? organisationSnapshotSchema.parse(version.snapshot) : findPlaces(tx);
}

type Parties = ReadonlyMap<string, ContractRow["controller"]>;

async function findPartiesAt(tx: Tx, at: Date, rows: readonly { controllerId: string }[]): Promise<Parties> {
  const merged = await findMergedAt(tx, at);
  const own = rows.map(({ controllerId }) => controllerId);
  const ids = [...new Set(own.flatMap((id) => [id, merged.get(id) ?? id]))];
  const now = await tx.controller.findMany({
    where: { id: { in: ids } },
    select: { id: true, legalName: true, archivedAt: true, ...lawColumns },
  });
  const then = await tx.controllerVersion.findMany({
    where: { ...versionsAt(at), controllerId: { in: ids } },
    select: { controllerId: true, snapshot: true },
  });
  const named = then.map(({ controllerId, snapshot }) => {
    const stated = controllerSnapshotSchema.parse(snapshot);
    return [controllerId, { ...stated, id: controllerId, archivedAt: null }] as const;
  });
  // Clock skew may date a contract before its controller: then uses the current data.
  const parties = new Map([...now.map((party) => [party.id, party] as const), ...named]);
  for (const [id, intoId] of merged) {
    const into = parties.get(intoId);
    if (into && parties.has(id)) parties.set(id, into);
  }
  return parties;
}

type Version = { contractId: string; version: number; controllerId: string; snapshot: unknown };

function readVersion(
  { contractId, version, controllerId, snapshot }: Version,
  parties: Parties,
): ContractRow {
  const stated = snapshot as Omit<ContractRow, "id" | "version" | "controller">;
  return {
    ...stated,
    content: contractContentSchema.parse(stated.content),
    id: contractId,
    version,
    controller: entryOf(parties, controllerId),
  };
}

/**
 * Assesses every contract by the law of that day, because past assessments are not stored; feasible for hundreds of
 * rows.
 */
export async function findContractPageAt(tx: Tx, query: ContractQuery, { day, endMs }: AsOf) {
  const at = new Date(endMs);
  const organisation = await findPlacesAt(tx, at);
  const asked = fold(query.q);
  const own = await findControllersOf(tx, query.controller);
  const rows = (await findContractsAt(tx, at))
    .filter(({ controller }) => own === null || own.includes(controller.id))
    .map((row) => asListed(row, organisation, day))
    .filter(({ reference, title, controllerName }) =>
      fold(`${reference} ${title} ${controllerName}`).includes(asked),
    )
    .toSorted((one, other) => BY_REFERENCE.compare(one.reference, other.reference));
  const inView = (view: ContractView) => rows.filter((row) => isInView(row, view, day));
  const shown = inView(query.view);
  const from = shown.findIndex(({ id }) => query.after.endsWith(`\u0001${id}`)) + 1;
  return {
    rows: shown.slice(from, from + ROWS_ASKED),
    counts: Object.fromEntries(CONTRACT_VIEWS.map((view) => [view, inView(view).length])) as Record<
      ContractView,
      number
    >,
  };
}

const BY_REFERENCE = new Intl.Collator("fr", { numeric: true });

function asListed(
  row: ContractRow,
  organisation: ContractAssessment["organisation"],
  day: string,
): ContractListRow {
  const { id, reference, title, version } = row;
  const { state, endsOn, renews, deadlineOn, requiredGaps, gapCodes } = columnsOf(row, organisation, day);
  const columns = { state, endsOn, renews, deadlineOn, requiredGaps, gapCodes };
  return {
    id,
    reference,
    title,
    version,
    controllerName: row.controller.legalName,
    ...columns,
    sortKey: reference,
  };
}

/** In-memory equivalent of `viewCondition`. */
function isInView(row: ContractListRow, view: ContractView, day: string): boolean {
  if (view === "ended" || view === "expired") return row.state === view;
  if (row.state === "ended") return false;
  if (view === "gaps") return row.requiredGaps > 0;
  return view === "all" || (row.deadlineOn !== null && row.deadlineOn <= addDaysToDay(day, WARNING_DAYS));
}
