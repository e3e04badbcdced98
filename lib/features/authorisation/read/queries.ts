import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import type { AnnouncedHoliday } from "@/lib/domain/time/moving-holidays";
import { type Agreed, agreedOn } from "@/lib/domain/authorisation/agreed";
import type { AuthorisationRequest, UsedSubProcessor } from "@/lib/domain/authorisation/authorisation-status";
import type { AuthorisationFact } from "@/lib/domain/authorisation/history";
import { type AuthorisationList, authorisationListSchema } from "@/lib/domain/authorisation/list";
import {
  STORED_REQUEST,
  type StoredPeriod,
  periodReader,
  requestReader,
} from "@/lib/domain/authorisation/read-request";
import { eventAtEnd } from "@/lib/domain/authorisation/lifecycle";
import { type StoredAuthorisation, authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import type { AuthorisationEventKind, AuthorisationState, Regime } from "@/lib/domain/authorisation/types";
import { exportLawsFinder, lawColumns } from "@/lib/domain/controller/law-facts";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { type SubProcessorContent, subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import { usedFor } from "@/lib/domain/authorisation/sub-processor-use";
import type { Zone } from "@/lib/domain/time/zones";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { findFilledClauses } from "./filled-clauses";
import { addresseeOf, findParties } from "./parties";

export { findTools } from "./tools";

/** Columns that a cell of the matrix needs. */
const askedSelect = {
  ...STORED_REQUEST,
  controllerId: true,
  subProcessorId: true,
  conditions: {
    select: { id: true, text: true, metAt: true, contactId: true },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.AuthorisationSelect;

export const factSelect = {
  id: true,
  version: true,
  event: true,
  state: true,
  at: true,
  channel: true,
  signatory: true,
  capacity: true,
  power: true,
  reason: true,
  source: true,
  recipient: true,
  textDigest: true,
  listDigest: true,
  address: true,
  agent: true,
  conditionId: true,
  documentId: true,
  letterId: true,
  recordedAt: true,
  authorKind: true,
  authorId: true,
  authorName: true,
} satisfies Prisma.AuthorisationFactSelect;

const authorisationSelect = {
  ...askedSelect,
  reference: true,
  contractId: true,
  subProcessorVersion: true,
  language: true,
  recipient: true,
  text: true,
  textDigest: true,
  list: true,
  listDigest: true,
  supersedesId: true,
  letterId: true,
  documentId: true,
  version: true,
  updatedAt: true,
  controller: { select: { id: true, legalName: true, archivedAt: true } },
  contract: { select: { id: true, reference: true, bindsUntil: true } },
  subProcessor: { select: { id: true, reference: true, name: true, state: true, scopeDigest: true } },
  facts: { select: factSelect, orderBy: { version: "asc" } },
} satisfies Prisma.AuthorisationSelect;

type Stored = Prisma.AuthorisationGetPayload<{ select: typeof authorisationSelect }>;

export type FactRow = Omit<Stored["facts"][number], "event" | "state"> & {
  event: AuthorisationEventKind;
  state: AuthorisationState;
};

export type AuthorisationRow = Omit<Stored, "regime" | "state" | "zone" | "list" | "facts"> & {
  regime: Regime;
  state: AuthorisationState;
  zone: Zone;
  list: AuthorisationList;
  facts: FactRow[];
} & Pick<StoredPeriod, "announced">;

export async function findAuthorisation(tx: Tx, id: string): Promise<AuthorisationRow | null> {
  const row = await tx.authorisation.findFirst({ where: { id }, select: authorisationSelect });
  return row && readAuthorisation(row, await findAnnouncedHolidays(tx));
}

export async function findAuthorisations(
  tx: Tx,
  where: Prisma.AuthorisationWhereInput,
): Promise<AuthorisationRow[]> {
  const rows = await tx.authorisation.findMany({
    where,
    select: authorisationSelect,
    orderBy: [{ createdAt: "asc" }, { reference: "asc" }],
  });
  const announced = await findAnnouncedHolidays(tx);
  return rows.map((row) => readAuthorisation(row, announced));
}

/** Authorisations that end with a controller's last contract: usable, suspended or awaiting an answer. */
export async function findEndable(tx: Tx, controllerId: string, now: Date): Promise<AuthorisationRow[]> {
  const rows = await findAuthorisations(tx, { controllerId });
  return rows.filter(
    (row) => eventAtEnd(authorisationStatusAt(storedRequestOf(row), now.getTime()).state) !== null,
  );
}

function readAuthorisation(row: Stored, announced: readonly AnnouncedHoliday[]): AuthorisationRow {
  return {
    ...row,
    announced,
    regime: row.regime as Regime,
    state: row.state as AuthorisationState,
    zone: row.zone as Zone,
    list: authorisationListSchema.parse(row.list),
    facts: row.facts as FactRow[],
  };
}

/** Excludes archived controllers and ended sub-processors. */
export const AWAITING_ANSWER = {
  state: { in: ["submitted", "notified"] },
  controller: { archivedAt: null },
  subProcessor: { state: "listed" },
} satisfies Prisma.AuthorisationWhereInput;

/** Highest number ever used; requires `lockAuthorisations`. Rows are never deleted, so numbering has no gaps. */
export async function findHighestReference(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<[{ highest: number | null }]>`
    SELECT max(substring(reference FROM 3)::int) AS highest FROM authorisation WHERE reference ~ '^A-[0-9]{1,8}$'`;
  return row.highest ?? 0;
}

export function storedRequestOf(row: StoredPeriod): StoredAuthorisation {
  return periodReader()(row);
}

export function factsOf({ facts }: Pick<AuthorisationRow, "facts">): AuthorisationFact[] {
  return facts.map(({ event, state, at }) => ({ event, state, at: at.getTime() }));
}

export function cellKey(controllerId: string, subProcessorId: string): string {
  return `${controllerId} ${subProcessorId}`;
}

/** Ordered by creation, because a later request governs. */
export async function findRequests(
  tx: Tx,
  where: Pick<Prisma.AuthorisationWhereInput, "controllerId" | "subProcessorId"> = {},
): Promise<Map<string, AuthorisationRequest[]>> {
  const rows = await tx.authorisation.findMany({
    where,
    select: askedSelect,
    orderBy: [{ createdAt: "asc" }, { reference: "asc" }],
  });
  const read = requestReader();
  const announced = await findAnnouncedHolidays(tx);
  const byCell = new Map<string, AuthorisationRequest[]>();
  for (const row of rows) {
    const key = cellKey(row.controllerId, row.subProcessorId);
    const before = byCell.get(key);
    const request = read({
      ...row,
      announced,
      conditions: row.conditions.map(({ metAt }) => ({ isMet: metAt !== null })),
    });
    if (before) before.push(request);
    else byCell.set(key, [request]);
  }
  return byCell;
}

/** Sub-processor with its requirements of use. */
export type UsedRow = {
  id: string;
  reference: string;
  name: string;
  version: number;
  content: SubProcessorContent;
  scopeDigest: string;
  isListed: boolean;
  usedFor: (controllerId: string) => UsedSubProcessor;
};

/** Includes ended sub-processors. */
export async function findUsed(
  tx: Tx,
  today: string,
  where: Prisma.SubProcessorWhereInput = {},
): Promise<UsedRow[]> {
  const lawsOf = await findExportLaws(tx, today);
  const rows = await tx.subProcessor.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      reference: true,
      name: true,
      version: true,
      state: true,
      content: true,
      scopeDigest: true,
      transfers: { select: { state: true, content: true, controllerId: true } },
    },
  });
  return rows.map(({ state, transfers, ...row }) => {
    const content = subProcessorContentSchema.parse(row.content);
    return {
      ...row,
      content,
      isListed: state === "listed",
      usedFor: usedFor({ ...row, state, content, transfers }, { today, lawsOf }),
    };
  });
}

async function findExportLaws(tx: Tx, on: string) {
  const { gdprBinding } = await tx.organisation.findFirstOrThrow({ select: { gdprBinding: true } });
  const rows = await tx.controller.findMany({ select: { id: true, ...lawColumns } });
  return exportLawsFinder({ rows, isProcessorBound: gdprBinding !== "contractual-only", on });
}

export async function findAgreed(
  tx: Tx,
  today: string,
  controllerIds?: readonly string[],
): Promise<(controllerId: string) => Agreed> {
  const rows = await tx.contract.findMany({
    where: {
      // The stored state is of the last assessment, so terms are judged by the requested day.
      state: { not: "ended" },
      ...(controllerIds ? { controllerId: { in: [...controllerIds] } } : {}),
    },
    orderBy: { reference: "asc" },
    select: {
      id: true,
      controllerId: true,
      signedOn: true,
      effectiveOn: true,
      noticeGivenOn: true,
      endedOn: true,
      content: true,
    },
  });
  const contracts = rows.map(({ content, ...row }) => ({
    ...row,
    content: contractContentSchema.parse(content),
  }));
  const apart = await findFilledClauses(tx, controllerIds);
  const byController = new Map<string, Agreed>();
  for (const { controllerId } of contracts) {
    const own = contracts.filter((contract) => contract.controllerId === controllerId);
    if (!byController.has(controllerId))
      byController.set(controllerId, agreedOn(own, today, apart.get(controllerId)));
  }
  return (controllerId) => byController.get(controllerId) ?? agreedOn([], today);
}

type Addressed = Pick<AuthorisationRow, "controllerId" | "recipient">;

/** The addressee, or a successor where that contact's access has ended; "" where there is none. */
export async function findReaders(tx: Tx, rows: readonly Addressed[]): Promise<(row: Addressed) => string> {
  const controllerIds = rows.map(({ controllerId }) => controllerId);
  const contacts = await tx.controllerContact.findMany({
    where: { controllerId: { in: controllerIds }, email: { in: rows.map(({ recipient }) => recipient) } },
    select: { controllerId: true, email: true, endedAt: true },
  });
  const parties = await findParties(tx, { id: { in: controllerIds } });
  return ({ controllerId, recipient }) => {
    const known = contacts.filter((one) => one.controllerId === controllerId && one.email === recipient);
    if (known.length === 0 || known.some(({ endedAt }) => endedAt === null)) return recipient;
    const party = parties.find(({ id }) => id === controllerId);
    return party ? addresseeOf(party).email : "";
  };
}
