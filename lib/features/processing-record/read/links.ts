import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import type { ContractDates } from "@/lib/domain/contract/types";
import {
  NO_LINKS,
  type LinkedContract,
  type LinkedTransfer,
  type RecordLinks,
} from "@/lib/domain/processing-record/links";
import { todayIn } from "@/lib/domain/time/zones";
import { transferContentSchema } from "@/lib/domain/transfer/content";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import type { Instant } from "./sub-processors";

/** Controller whose rows an entry may link; null in the own register, which links none. */
type LinkOwner = { controllerId: string | null };
export type LinksOf = (record: LinkOwner) => RecordLinks;

/** Current or past rows. */
export function findLinks(tx: Tx, instant: Instant, records: readonly LinkOwner[]): Promise<LinksOf> {
  const ids = [...new Set(records.flatMap(({ controllerId }) => controllerId ?? []))];
  return readLinks(tx, instant, ids);
}

/** Reads all at once for a streamed register. */
export function findRegisterLinks(tx: Tx, instant: Instant): Promise<LinksOf> {
  return readLinks(tx, instant, null);
}

/** Locks the rows against change until the entry is written. */
export async function lockLinks(tx: Tx, now: Date, controllerIds: readonly string[]): Promise<LinksOf> {
  const ids = [...controllerIds];
  await tx.$queryRaw`SELECT 1 FROM contract WHERE controller_id = ANY (${ids}::uuid[]) ORDER BY id FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM transfer WHERE controller_id IS NULL OR controller_id = ANY (${ids}::uuid[])
    ORDER BY id FOR SHARE`;
  return readLinks(tx, { now }, ids);
}

export async function findLinkNames(tx: Tx, now: Date, held: readonly LinkOwner[]) {
  const linksOf = await findLinks(tx, { now }, held);
  const found = held.map(linksOf).flatMap(({ contracts, transfers }) => [...contracts, ...transfers]);
  return [...new Map(found.map(({ id, reference }) => [id, { id, reference }])).values()];
}

async function readLinks(
  tx: Tx,
  { now, at = null }: Instant,
  controllerIds: readonly string[] | null,
): Promise<LinksOf> {
  if (controllerIds?.length === 0) return () => NO_LINKS;
  const day = todayIn("Africa/Casablanca", (at ?? now).getTime());
  const asked = controllerIds ? [...controllerIds] : null;
  const [contracts, transfers] = await Promise.all([
    at ? findContractsAt(tx, at, asked) : findContractsNow(tx, asked),
    at ? findTransfersAt(tx, at, asked) : findTransfersNow(tx, asked),
  ]);
  const contractsOf = byController(contracts, (row) => readContract(row, day));
  const transfersOf = byController(transfers, readTransfer);
  const known = new Map<string, RecordLinks>();
  return ({ controllerId }) => {
    if (controllerId === null) return NO_LINKS;
    const links = known.get(controllerId) ?? {
      contracts: contractsOf.get(controllerId) ?? [],
      transfers: [...(transfersOf.get(controllerId) ?? []), ...(transfersOf.get(OF_SEVERAL) ?? [])],
    };
    known.set(controllerId, links);
    return links;
  };
}

/** Key for onward transfers with data of several controllers. */
const OF_SEVERAL = "";

type ContractRow = ContractDates & {
  id: string;
  controllerId: string;
  reference: string;
  title: string;
  content: unknown;
};

function findContractsNow(tx: Tx, controllerIds: string[] | null): Promise<ContractRow[]> {
  return tx.contract.findMany({
    where: controllerIds ? { controllerId: { in: controllerIds } } : {},
    orderBy: { reference: "asc" },
    select: {
      id: true,
      controllerId: true,
      reference: true,
      title: true,
      content: true,
      signedOn: true,
      effectiveOn: true,
      noticeGivenOn: true,
      endedOn: true,
    },
  });
}

async function findContractsAt(tx: Tx, at: Date, controllerIds: string[] | null): Promise<ContractRow[]> {
  const rows = await tx.contractVersion.findMany({
    where: { ...versionsAt(at), ...(controllerIds ? { controllerId: { in: controllerIds } } : {}) },
    orderBy: { reference: "asc" },
    select: { contractId: true, controllerId: true, reference: true, title: true, snapshot: true },
  });
  return rows.map(({ contractId: id, snapshot, ...row }) => ({
    ...(snapshot as ContractDates & { content: unknown }),
    ...row,
    id,
  }));
}

function readContract({ id, reference, title, ...row }: ContractRow, day: string): LinkedContract {
  const contract = { ...row, content: contractContentSchema.parse(row.content) };
  const { state, contractTerms } = contractOn(contract, day);
  const { scc914, scc914SignedOn } = contractTerms.instruments;
  return { id, reference, title, state, hasClauses: scc914, clausesSignedOn: scc914SignedOn };
}

type TransferRow = {
  id: string;
  controllerId: string | null;
  reference: string;
  state: string;
  content: unknown;
};

function findTransfersNow(tx: Tx, controllerIds: string[] | null): Promise<TransferRow[]> {
  return tx.transfer.findMany({
    where: controllerFilter(controllerIds),
    orderBy: { reference: "asc" },
    select: { id: true, controllerId: true, reference: true, state: true, content: true },
  });
}

async function findTransfersAt(tx: Tx, at: Date, controllerIds: string[] | null): Promise<TransferRow[]> {
  const rows = await tx.transferVersion.findMany({
    where: { AND: [versionsAt(at), controllerFilter(controllerIds)] },
    orderBy: { reference: "asc" },
    select: { transferId: true, controllerId: true, reference: true, state: true, snapshot: true },
  });
  return rows.map(({ transferId: id, snapshot, ...row }) => ({
    ...row,
    id,
    content: (snapshot as { content: unknown }).content,
  }));
}

/** Includes onward transfers without a controller. */
function controllerFilter(controllerIds: string[] | null) {
  return controllerIds ? { OR: [{ controllerId: { in: controllerIds } }, { controllerId: null }] } : {};
}

function readTransfer({ id, controllerId, reference, state, content }: TransferRow): LinkedTransfer {
  const { flow, importer, tool, assessment } = transferContentSchema.parse(content);
  return {
    id,
    reference,
    flow,
    state: state as TransferState,
    isOfSeveral: controllerId === null,
    importer: importer.name,
    country: importer.country,
    placeKind: importer.placeKind,
    standing: importer.standing,
    tool: tool.tool,
    module: tool.module,
    adaptation: tool.adaptation,
    signedOn: tool.signedOn,
    assessedOn: assessment.assessedOn,
  };
}

function byController<Row extends { controllerId: string | null }, Read>(
  rows: readonly Row[],
  read: (row: Row) => Read,
): Map<string, Read[]> {
  const groups = new Map<string, Read[]>();
  for (const row of rows) {
    const key = row.controllerId ?? OF_SEVERAL;
    groups.set(key, [...(groups.get(key) ?? []), read(row)]);
  }
  return groups;
}
