import { z } from "zod";
import type { Informed } from "@/lib/domain/breach/clocks";
import type { NoticeTerms } from "@/lib/domain/breach/deadlines";
import type { AgreedVersion } from "@/lib/domain/breach/upstream";
import { factValueSchema, type Fact, type FactKind } from "@/lib/domain/breach/facts";
import { AWARENESS_PROOFS, informedBy, type NoticeProofKind } from "@/lib/domain/breach/notice-state";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import type { Contract } from "@/lib/domain/contract/types";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import type { BreachFact as BreachFactModel } from "@/lib/generated/prisma/client";
import { readOwnPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { isReceipt, UNRECORDED_OPENINGS } from "./openings";

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
  /** Set for an opening in the portal that no fact records yet. */
  email: string | null;
  personId: string | null;
};

/**
 * States how each controller came to know: what people recorded, openings in the portal, and what the outbox tells of a
 * letter.
 */
export async function findInformed(tx: Tx, breachIds: readonly string[]): Promise<Map<string, Informed[]>> {
  const informed = new Map<string, Informed[]>();
  for (const { breachId, controllerId, kind, at } of await findInformedRows(tx, [...breachIds])) {
    const key = `${breachId} ${controllerId}`;
    informed.set(key, [...(informed.get(key) ?? []), ...informedBy([{ kind, at: at.getTime() }])]);
  }
  return informed;
}

async function findInformedRows(tx: Tx, breachIds: string[]): Promise<InformedRow[]> {
  if (breachIds.length === 0) return [];
  const rows = await tx.$queryRaw<InformedRow[]>`
    SELECT f.org_id AS "orgId", f.breach_id AS "breachId", f.controller_id AS "controllerId", f.kind, f.at,
      NULL AS email, NULL::uuid AS "personId" FROM breach_notice_fact f
    WHERE f.breach_id = ANY (${breachIds}::uuid[]) AND f.kind = ANY (${AWARENESS_PROOFS}::text[])
      AND f.at IS NOT NULL
    UNION ALL
    SELECT f.org_id, f.breach_id, f.controller_id, o.kind, o.at, NULL, NULL FROM breach_notice_fact f
      JOIN outbox_fact o ON o.org_id = f.org_id AND o.letter_id = f.letter_id
    WHERE f.breach_id = ANY (${breachIds}::uuid[]) AND o.kind = ANY (${AWARENESS_PROOFS}::text[])
    UNION ALL
    SELECT n.org_id, n.breach_id, n.controller_id, 'read-in-portal', o.at, o.email, o."personId" FROM breach_notice n
      CROSS JOIN LATERAL (${UNRECORDED_OPENINGS}) AS o
    WHERE n.status = 'issued' AND n.breach_id = ANY (${breachIds}::uuid[])`;
  const opened = rows.find(({ email }) => email !== null);
  if (!opened) return rows;
  const own = await readOwnPeople(tx, opened.orgId);
  return rows.filter(({ email, personId }) => email === null || isReceipt({ email, personId }, own));
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
      ...{ id: true, reference: true, controllerId: true, mergedFromId: true, content: true, version: true },
      ...{ signedOn: true, effectiveOn: true, noticeGivenOn: true, endedOn: true },
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
