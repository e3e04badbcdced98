import { isWithdrawnBy, type ApprovalRequest } from "@/lib/domain/call-script/approval";
import type { ScriptState } from "@/lib/domain/call-script/lifecycle";
import type { ScriptLanguage } from "@/lib/domain/call-script/mentions";
import type { Reading } from "@/lib/domain/call-script/readers";
import type { ProspectingFacts } from "@/lib/domain/telephone-prospecting/facts";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type AddressProofs, contactsToProve, findAddressProofs } from "@/lib/platform/access/address-proofs";
import type { Tx } from "@/lib/platform/database/transaction";
import { LATEST_FACTS, LATEST_VERSIONS } from "@/lib/platform/versioned/history";
import { decisionSelect, readDecision } from "./decision";

const scriptSelect = {
  id: true,
  reference: true,
  controllerId: true,
  title: true,
  sector: true,
  language: true,
  isRecorded: true,
  text: true,
  edition: true,
  state: true,
  usedEdition: true,
  version: true,
  controller: { select: { id: true, legalName: true, archivedAt: true } },
} satisfies Prisma.CallScriptSelect;

type Stored = Prisma.CallScriptGetPayload<{ select: typeof scriptSelect }>;

export type CallScriptRow = Omit<Stored, "state" | "language" | "sector"> & {
  state: ScriptState;
  language: ScriptLanguage;
  sector: ProspectingFacts["sector"];
};

export async function findCallScript(tx: Tx, id: string): Promise<CallScriptRow | null> {
  const row = await tx.callScript.findFirst({ where: { id }, select: scriptSelect });
  return row && readScript(row);
}

/** Constraints of the database admit no other codes. */
function readScript({ state, language, sector, ...row }: Stored): CallScriptRow {
  return {
    ...row,
    state: state as ScriptState,
    language: language as ScriptLanguage,
    sector: sector as CallScriptRow["sector"],
  };
}

const requestSelect = {
  id: true,
  callScriptId: true,
  edition: true,
  language: true,
  text: true,
  digest: true,
  recordedAt: true,
  authorName: true,
  decision: {
    select: decisionSelect,
  },
} satisfies Prisma.CallScriptRequestSelect;

type StoredRequest = Prisma.CallScriptRequestGetPayload<{ select: typeof requestSelect }>;

export type RequestRow = ReturnType<typeof readRequest>;

/** Requests of some scripts, the first first. */
export async function findRequests(tx: Tx, callScriptIds: readonly string[]): Promise<RequestRow[]> {
  const rows = await tx.callScriptRequest.findMany({
    where: { callScriptId: { in: [...callScriptIds] } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: requestSelect,
  });
  const retirements = await findRetirements(tx, callScriptIds);
  const proofs = await findAddressProofs(tx, contactsToProve(rows.flatMap(({ decision }) => decision ?? [])));
  return rows.map((row) =>
    readRequest(row, { retirements: retirements.get(row.callScriptId) ?? [], proofs }),
  );
}

/** Instants at which scripts were retired. In the portal, of scripts that were sent to the contact's controller. */
export async function findRetirements(tx: Tx, callScriptIds: readonly string[]) {
  const rows = await tx.callScriptFact.findMany({
    where: { callScriptId: { in: [...callScriptIds] }, event: "retire" },
    select: { callScriptId: true, recordedAt: true },
  });
  const found = new Map<string, number[]>();
  for (const { callScriptId, recordedAt } of rows)
    found.set(callScriptId, [...(found.get(callScriptId) ?? []), recordedAt.getTime()]);
  return found;
}

function readRequest(
  { decision, recordedAt, language, ...row }: StoredRequest,
  { retirements, proofs }: { retirements: readonly number[]; proofs: AddressProofs },
) {
  const askedAt = recordedAt.getTime();
  return {
    ...row,
    askedAt,
    language: language as ScriptLanguage,
    isWithdrawn: isWithdrawnBy(retirements, { askedAt, decision: decision as ApprovalRequest["decision"] }),
    decision: decision && readDecision(decision, proofs),
  };
}

/** In the order in which they were recorded, until an instant or all. */
export async function findReadings(tx: Tx, callScriptId: string, until?: Date): Promise<Reading[]> {
  const rows = await tx.callScriptReading.findMany({
    where: { callScriptId, ...(until && { recordedAt: { lte: until } }) },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: { agent: true, kind: true, edition: true, factOn: true, means: true },
  });
  return rows.map(({ factOn, kind, means, ...row }) => ({
    ...row,
    on: factOn,
    kind: kind as Reading["kind"],
    means: means as Reading["means"],
  }));
}

export function findVersions(tx: Tx, callScriptId: string) {
  return tx.callScriptVersion.findMany({
    where: { callScriptId },
    ...LATEST_VERSIONS,
    select: { ...LATEST_VERSIONS.select, edition: true },
  });
}

export function findFacts(tx: Tx, callScriptId: string) {
  return tx.callScriptFact.findMany({ where: { callScriptId }, ...LATEST_FACTS });
}

export type Edition = { edition: number; text: string; at: number; by: string };

/** Each edition of a text as it was first saved, the last first. */
export async function findEditions(tx: Tx, callScriptId: string): Promise<Edition[]> {
  const rows = await tx.$queryRaw<{ edition: number; text: string; at: Date; by: string }[]>`
    SELECT DISTINCT ON (edition) edition, snapshot ->> 'text' AS text, recorded_at AS at, author_name AS by
    FROM call_script_version WHERE call_script_id = ${callScriptId}::uuid ORDER BY edition DESC, version`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
}

/** Most campaigns that a script's sheet names. */
const MOST_CAMPAIGNS = 100;

/** Campaigns whose agents say a script, the last recorded first. */
export function findCampaignsOf(tx: Tx, callScriptId: string) {
  return tx.campaign.findMany({
    where: { scriptId: callScriptId },
    orderBy: { id: "desc" },
    take: MOST_CAMPAIGNS,
    select: { id: true, reference: true, title: true, state: true, firstDay: true, lastDay: true },
  });
}

/** Locks the controller against archiving; null where it is archived or merged into another. */
export async function lockController(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return tx.controller.findFirst({
    where: { id, archivedAt: null, mergedIntoId: null },
    select: { id: true, legalName: true },
  });
}

/** Signatories of a controller who may enter the portal. */
export function findSignatories(tx: Tx, controllerId: string) {
  return tx.controllerContact.findMany({
    where: { controllerId, role: "signatory", acceptedAt: { not: null }, endedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true, language: true },
  });
}
