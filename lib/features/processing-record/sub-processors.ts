import { cellOf } from "@/lib/domain/authorisation/cell";
import { requestReader } from "@/lib/domain/authorisation/read-request";
import type { SubProcessorNamed } from "@/lib/domain/processing-record/content";
import type { ListedSubProcessor, SubProcessorStanding } from "@/lib/domain/processing-record/sub-processors";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import { piecesOf } from "@/lib/domain/sub-processor/pieces";
import { todayIn } from "@/lib/domain/time/zones";
import { transferContentSchema } from "@/lib/domain/transfer/content";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/transaction";

const listedSelect = {
  id: true,
  reference: true,
  name: true,
  country: true,
} satisfies Prisma.SubProcessorSelect;

/** The organisation's sub-processors, those that left the list too. */
export function findListed(tx: Tx): Promise<ListedSubProcessor[]> {
  return tx.subProcessor.findMany({ orderBy: { reference: "asc" }, select: listedSelect });
}

/** What of a record says which sub-processors it names, and for whom. */
export type Naming = {
  controllerId: string | null;
  content: { subProcessors: readonly Pick<SubProcessorNamed, "subProcessorId">[] };
};

/** How the sub-processors that some records name stand for the controller of each, at an instant. */
export async function findStandings(
  tx: Tx,
  now: Date,
  records: readonly Naming[],
): Promise<(record: Naming) => SubProcessorStanding[]> {
  const ids = [...new Set(records.flatMap(namedBy))];
  if (ids.length === 0) return () => [];
  const controllerIds = [...new Set(records.flatMap(({ controllerId }) => controllerId ?? []))];
  const standingsOf = await readStandings(tx, now, { controllerIds, ids });
  return (record) => {
    const named = namedBy(record);
    return standingsOf(record.controllerId).filter(({ id }) => named.includes(id));
  };
}

/** The same of a register whose entries come one by one, as it stands or as it stood at an instant. */
export async function findRegisterStandings(
  tx: Tx,
  { now, at }: { now: Date; at: Date | null },
): Promise<(record: Naming) => SubProcessorStanding[]> {
  const all = await readStandings(tx, at ?? now, {});
  return (record) => {
    const named = namedBy(record);
    return named.length === 0 ? [] : all(record.controllerId).filter(({ id }) => named.includes(id));
  };
}

/** The whole list as it stands for one controller. */
export async function findAllStandings(
  tx: Tx,
  now: Date,
  controllerId: string,
): Promise<SubProcessorStanding[]> {
  return (await readStandings(tx, now, { controllerIds: [controllerId] }))(controllerId);
}

/** Those that a record is to name: whoever ends one of them, or takes its authorisation back, waits until it does. */
export async function lockStandings(tx: Tx, now: Date, record: Naming): Promise<SubProcessorStanding[]> {
  const ids = namedBy(record);
  if (ids.length === 0) return [];
  await tx.$queryRaw`SELECT 1 FROM sub_processor WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM authorisation
    WHERE controller_id = ${record.controllerId}::uuid AND sub_processor_id = ANY (${ids}::uuid[])
    ORDER BY id FOR SHARE`;
  return (await findStandings(tx, now, [record]))(record);
}

function namedBy({ content }: Naming): string[] {
  return content.subProcessors.flatMap(({ subProcessorId }) => subProcessorId ?? []);
}

type Wanted = { controllerIds?: readonly string[]; ids?: readonly string[] };

/** Sub-processors with what each lacks whoever it works for, and every request to these controllers: two readings. */
async function readStandings(
  tx: Tx,
  now: Date,
  { controllerIds, ids }: Wanted,
): Promise<(controllerId: string | null) => SubProcessorStanding[]> {
  const today = todayIn("Africa/Casablanca", now.getTime());
  const rows = await tx.subProcessor.findMany({
    where: ids ? { id: { in: [...ids] } } : {},
    orderBy: { reference: "asc" },
    select: {
      ...listedSelect,
      state: true,
      content: true,
      scopeDigest: true,
      transfers: { select: { state: true, content: true } },
      authorisations: {
        where: controllerIds ? { controllerId: { in: [...controllerIds] } } : {},
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: requestSelect,
      },
    },
  });
  const read = requestReader();
  const subProcessors = rows.map(({ state, content, scopeDigest, transfers, authorisations, ...listed }) => ({
    listed,
    used: {
      ...piecesOf(subProcessorContentSchema.parse(content), transfers.map(readTransfer), { today }),
      scopeDigest,
      isListed: state === "listed",
    },
    requests: byController(authorisations),
  }));
  return (controllerId) =>
    subProcessors.map(({ listed, used, requests }) => {
      const theirs = (requests.get(controllerId ?? "") ?? []).map((row) =>
        read({ ...row, conditions: row.conditions.map(({ metAt }) => ({ isMet: metAt !== null })) }),
      );
      // By which regime one would ask says nothing of whether one may use.
      const facts = { requests: theirs, subProcessor: used, regime: "specific" as const };
      const { state, missing, requestId } = cellOf(facts, now.getTime());
      return { ...listed, state, missing, requestId };
    });
}

function byController<T extends { controllerId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.controllerId, [...(groups.get(row.controllerId) ?? []), row]);
  return groups;
}

const requestSelect = {
  id: true,
  controllerId: true,
  regime: true,
  state: true,
  days: true,
  zone: true,
  seatCountry: true,
  seatAddress: true,
  scopeDigest: true,
  sentAt: true,
  receivedAt: true,
  conditions: { select: { metAt: true } },
} satisfies Prisma.AuthorisationSelect;

function readTransfer({ state, content }: { state: string; content: unknown }) {
  return { state: state as TransferState, content: transferContentSchema.parse(content) };
}
