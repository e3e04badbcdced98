import { z } from "zod";
import { controllerAwareAt, provenAwareAt, type Informed } from "@/lib/domain/breach/clocks";
import type { NoticeTerms } from "@/lib/domain/breach/deadlines";
import type { AgreedVersion } from "@/lib/domain/breach/upstream";
import { factValueSchema, type Fact, type FactKind } from "@/lib/domain/breach/facts";
import {
  AWARENESS_PROOFS,
  informedBy,
  kindByAddress,
  type NoticeProofKind,
} from "@/lib/domain/breach/notice-state";
import { isTakenBack, takenBack } from "@/lib/domain/breach/rectification";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import type { Contract } from "@/lib/domain/contract/types";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import { Prisma, type BreachFact as BreachFactModel } from "@/lib/generated/prisma/client";
import { readOwnPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { isReceipt, UNRECORDED_OPENINGS } from "./openings";
import { findToldHistories } from "./told-histories";

export function findBreach(tx: Tx, id: string) {
  return tx.breach.findFirst({ where: { id } });
}
export type BreachRow = NonNullable<Awaited<ReturnType<typeof findBreach>>>;

export async function findFacts(tx: Tx, breachId: string): Promise<Fact[]> {
  return (await findFactsOf(tx, [breachId])).get(breachId) ?? [];
}

/** Facts of many breaches, in one statement. */
export async function findFactsOf(tx: Tx, breachIds: readonly string[]): Promise<Map<string, Fact[]>> {
  const rows = await tx.breachFact.findMany({
    where: { breachId: { in: [...breachIds] } },
    orderBy: { number: "asc" },
  });
  const facts = new Map<string, Fact[]>();
  for (const row of rows) facts.set(row.breachId, [...(facts.get(row.breachId) ?? []), readFact(row)]);
  return facts;
}

function readFact(row: BreachFactModel): Fact {
  return {
    id: row.id,
    number: row.number,
    // The schema of the form wrote it.
    kind: row.kind as FactKind,
    value: factValueSchema.parse(row.value),
    at: row.at?.getTime() ?? null,
    controllerId: row.controllerId,
    correctsId: row.correctsId,
    reason: row.reason,
    recordedAt: row.recordedAt.getTime(),
    authorName: row.authorName,
  };
}

type InformedRow = {
  orgId: string;
  breachId: string;
  controllerId: string;
  kind: NoticeProofKind;
  at: Date;
  /** False of what a contact did whose address nothing proves. */
  isProven: boolean;
  /** Set for an opening in the portal that no fact records yet. */
  email: string | null;
  personId: string | null;
};

/**
 * States how each controller came to know: what people recorded, openings in the portal, and what the outbox tells of a
 * letter. Addresses count as proven as they stood at an instant; as they stand where none is given.
 */
export async function findInformed(
  tx: Tx,
  breachIds: readonly string[],
  provenBy?: Date,
): Promise<Map<string, Informed[]>> {
  const informed = new Map<string, Informed[]>();
  const takenBackAt = await takenBackReader(tx, breachIds);
  for (const { breachId, controllerId, kind, at } of await findInformedRows(tx, [...breachIds], provenBy)) {
    const key = `${breachId} ${controllerId}`;
    if (at.getTime() <= takenBackAt(key)) continue;
    informed.set(key, [...(informed.get(key) ?? []), ...informedBy([{ kind, at: at.getTime() }])]);
  }
  return informed;
}

/**
 * Finds by breach and controller, as one key, the first awareness, also where a rectification ended it since: by it a
 * controller counts its own hours to be safe, 33(1). Milliseconds of UTC.
 */
export function findFirstAwareness(tx: Tx, breachIds: readonly string[]): Promise<Map<string, number>> {
  return findFirst(tx, breachIds, { firstOf: controllerAwareAt });
}

/** Finds the first of which something proves that the controller was aware: what is stated as its awareness. */
export function findFirstProven(
  tx: Tx,
  breachIds: readonly string[],
  provenBy?: Date,
): Promise<Map<string, number>> {
  return findFirst(tx, breachIds, { firstOf: provenAwareAt, provenBy });
}

type First = { firstOf: (informed: readonly Informed[]) => number | null; provenBy?: Date | undefined };

async function findFirst(tx: Tx, breachIds: readonly string[], { firstOf, provenBy }: First) {
  const first = new Map<string, number>();
  for (const { breachId, controllerId, kind, at } of await findInformedRows(tx, [...breachIds], provenBy)) {
    const key = `${breachId} ${controllerId}`;
    const known = firstOf(informedBy([{ kind, at: at.getTime() }]));
    if (known !== null) first.set(key, Math.min(known, first.get(key) ?? known));
  }
  return first;
}

/**
 * Instants at which controllers learnt that they are not affected, of those that were told or are affected anew: what they knew
 * before is no awareness any more, art. 33(2).
 */
async function takenBackReader(tx: Tx, breachIds: readonly string[]): Promise<(key: string) => number> {
  const parts = await tx.breachController.findMany({
    where: { breachId: { in: [...breachIds] } },
    select: { breachId: true, controllerId: true, status: true },
  });
  const historyOf = await findToldHistories(tx, breachIds);
  const instants = new Map<string, number>(
    parts.flatMap(({ breachId, controllerId, status }) => {
      const history = historyOf(breachId, controllerId);
      const taken = takenBack(history);
      return taken && (status === "confirmed" || !isTakenBack(history))
        ? [[`${breachId} ${controllerId}`, taken.at] as const]
        : [];
    }),
  );
  return (key) => instants.get(key) ?? -Infinity;
}

/** Facts about a notice that says that data are not affected make nobody aware; a call before it was issued is no such fact. */
const OF_RECTIFICATION = Prisma.sql`EXISTS (SELECT FROM breach_notice r WHERE r.org_id = f.org_id AND r.id = f.notice_id
  AND r.phase = 'rectifying' AND r.issued_at < f.at + interval '1 minute')`;

/** True where the address of the contact `c`, an id in SQL, was proven by an instant, and nobody objects to the signatory. */
const isProvenBy = (contact: Prisma.Sql, org: Prisma.Sql, at: Date | undefined) =>
  Prisma.sql`EXISTS (SELECT FROM contact_proof p WHERE p.org_id = ${org} AND p.contact_id = ${contact}
    AND p.proven_at <= COALESCE(${at ?? null}::timestamptz, 'infinity') AND NOT contact_has_open_objection(p.contact_id))`;

async function findInformedRows(tx: Tx, breachIds: string[], provenBy?: Date): Promise<InformedRow[]> {
  if (breachIds.length === 0) return [];
  const ofFact = isProvenBy(Prisma.sql`f.author_id`, Prisma.sql`f.org_id`, provenBy);
  const ofOpening = isProvenBy(Prisma.sql`o."contactId"`, Prisma.sql`n.org_id`, provenBy);
  const rows = await tx.$queryRaw<InformedRow[]>`
    SELECT f.org_id AS "orgId", f.breach_id AS "breachId", f.controller_id AS "controllerId", f.kind, f.at,
      f.author_kind <> 'controller-contact' OR ${ofFact} AS "isProven", NULL AS email, NULL::uuid AS "personId" FROM breach_notice_fact f
    WHERE f.breach_id = ANY (${breachIds}::uuid[]) AND f.kind = ANY (${AWARENESS_PROOFS}::text[])
      AND f.at IS NOT NULL AND NOT EXISTS (SELECT FROM breach_notice_fact c WHERE c.org_id = f.org_id
        AND c.corrects_id = f.id) AND NOT ${OF_RECTIFICATION}
    UNION ALL
    SELECT f.org_id, f.breach_id, f.controller_id, o.kind, o.at, true, NULL, NULL FROM breach_notice_fact f
      JOIN outbox_fact o ON o.org_id = f.org_id AND o.letter_id = f.letter_id
    WHERE f.breach_id = ANY (${breachIds}::uuid[]) AND o.kind = ANY (${AWARENESS_PROOFS}::text[])
      AND f.kind <> 'joint-mail-queued' AND NOT ${OF_RECTIFICATION}
    UNION ALL
    SELECT n.org_id, n.breach_id, n.controller_id, 'read-in-portal', o.at, ${ofOpening}, o.email, o."personId" FROM breach_notice n
      CROSS JOIN LATERAL (${UNRECORDED_OPENINGS}) AS o
    WHERE n.status = 'issued' AND n.phase <> 'rectifying' AND n.breach_id = ANY (${breachIds}::uuid[])`;
  const placed = rows.map((row) => Object.assign(row, { kind: kindByAddress(row.kind, row.isProven) }));
  const opened = placed.find(({ email }) => email !== null);
  if (!opened) return placed;
  const own = await readOwnPeople(tx, opened.orgId);
  return placed.filter(({ email, personId }) => email === null || isReceipt({ email, personId }, own));
}

export function findControllers(tx: Tx, ids: readonly string[]) {
  return tx.controller.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, legalName: true, ...lawColumns },
  });
}

/** Contracts of one controller: what each agreed on a day is read of them. */
export type NoticeContract = Contract & { id: string; reference: string; version: number };

/**
 * Contracts of many controllers, in one statement. That of a controller which became another still says what that one was
 * promised.
 */
export async function findNoticeContracts(
  tx: Tx,
  controllerIds: readonly string[],
): Promise<Map<string, NoticeContract[]>> {
  if (controllerIds.length === 0) return new Map();
  const asked = [...new Set(controllerIds)];
  const rows = await tx.contract.findMany({
    where: { OR: [{ controllerId: { in: asked } }, { mergedFromId: { in: asked } }] },
    orderBy: { reference: "asc" },
    select: {
      id: true,
      reference: true,
      controllerId: true,
      mergedFromId: true,
      content: true,
      version: true,
      signedOn: true,
      effectiveOn: true,
      noticeGivenOn: true,
      endedOn: true,
    },
  });
  const contracts = new Map<string, NoticeContract[]>();
  for (const { content, controllerId, mergedFromId, ...row } of rows) {
    const contract = { ...row, content: contractContentSchema.parse(content) };
    for (const id of mergedFromId === null ? [controllerId] : [controllerId, mergedFromId])
      contracts.set(id, [...(contracts.get(id) ?? []), contract]);
  }
  return contracts;
}

/** Hours and means of the contract in force on a day; the strictest of several. Null where none bound the parties. */
export function noticeTermsOn(contracts: readonly NoticeContract[], day: string): NoticeTerms | null {
  const bound = contracts.flatMap((contract) => {
    const { state, contractTerms } = contractOn(contract, day);
    if (state !== "in-force") return [];
    const { breachNoticeHours: hours, breachNoticeMeans: means } = contractTerms.terms;
    return [{ contractId: contract.id, reference: contract.reference, hours, means }];
  });
  return bound.toSorted((one, other) => (one.hours ?? Infinity) - (other.hours ?? Infinity))[0] ?? null;
}

/** Finds the terms agreed with each of some controllers on a day. */
export async function findTerms(
  tx: Tx,
  controllerIds: readonly string[],
  day: string,
): Promise<Map<string, NoticeTerms>> {
  const contracts = await findNoticeContracts(tx, controllerIds);
  return new Map(
    [...contracts].flatMap(([id, of]) => {
      const terms = noticeTermsOn(of, day);
      return terms ? [[id, terms] as const] : [];
    }),
  );
}

export async function findSubProcessor(tx: Tx, id: string) {
  return tx.subProcessor.findFirst({ where: { id }, select: { id: true, name: true } });
}

const agreedSchema = z.object({ content: subProcessorContentSchema.pick({ contract: true }) });

/** Every version of the contracts of some sub-processors, as they were recorded. */
export async function findAgreedVersions(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, AgreedVersion[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.subProcessorVersion.findMany({
    where: { subProcessorId: { in: [...new Set(ids)] } },
    orderBy: { version: "asc" },
    select: { subProcessorId: true, recordedAt: true, snapshot: true },
  });
  const versions = new Map<string, AgreedVersion[]>();
  for (const { subProcessorId, recordedAt, snapshot } of rows) {
    const { signedOn, endsOn, terms } = agreedSchema.parse(snapshot).content.contract;
    const agreed = { recordedAt: recordedAt.getTime(), signedOn, endsOn, hours: terms.breachNoticeHours };
    versions.set(subProcessorId, [...(versions.get(subProcessorId) ?? []), agreed]);
  }
  return versions;
}
