import { required } from "@/lib/domain/invariant/required";
import type { Informed } from "@/lib/domain/breach/clocks";
import type { NoticeTerms } from "@/lib/domain/breach/deadlines";
import { factValueSchema, type Fact, type FactKind } from "@/lib/domain/breach/facts";
import { AWARENESS_PROOFS, informedBy, type NoticeProofKind } from "@/lib/domain/breach/notice-state";
import type { ProposingController, ProposingRecord } from "@/lib/domain/breach/proposal";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import type { Tx } from "@/lib/platform/database/transaction";

export function findBreach(tx: Tx, id: string) {
  return tx.breach.findFirst({ where: { id } });
}
export type BreachRow = NonNullable<Awaited<ReturnType<typeof findBreach>>>;

export async function findFacts(tx: Tx, breachId: string): Promise<Fact[]> {
  const rows = await tx.breachFact.findMany({ where: { breachId }, orderBy: { number: "asc" } });
  return rows.map((row) => ({
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
  }));
}

/** States how each controller came to know: what people and the portal recorded, and what the outbox tells of a letter. */
export async function findInformed(tx: Tx, breachIds: readonly string[]): Promise<Map<string, Informed[]>> {
  if (breachIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<
    { breachId: string; controllerId: string; kind: NoticeProofKind; at: Date }[]
  >`
    SELECT f.breach_id AS "breachId", f.controller_id AS "controllerId", f.kind, f.at FROM breach_notice_fact f
    WHERE f.breach_id = ANY (${[...breachIds]}::uuid[]) AND f.kind = ANY (${AWARENESS_PROOFS}::text[])
      AND f.at IS NOT NULL
    UNION ALL
    SELECT f.breach_id, f.controller_id, o.kind, o.at FROM breach_notice_fact f
      JOIN outbox_fact o ON o.org_id = f.org_id AND o.letter_id = f.letter_id
    WHERE f.breach_id = ANY (${[...breachIds]}::uuid[]) AND o.kind = ANY (${AWARENESS_PROOFS}::text[])`;
  const informed = new Map<string, Informed[]>();
  for (const { breachId, controllerId, kind, at } of rows) {
    const key = `${breachId} ${controllerId}`;
    informed.set(key, [...(informed.get(key) ?? []), ...informedBy([{ kind, at: at.getTime() }])]);
  }
  return informed;
}

export function findControllers(tx: Tx, ids: readonly string[]) {
  return tx.controller.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, legalName: true, country: true, address: true, representative: true },
  });
}

/** Hours and means of the contract in force on a day, for each controller that has one; the strictest of several. */
export async function findTerms(
  tx: Tx,
  controllerIds: readonly string[],
  day: string,
): Promise<Map<string, NoticeTerms>> {
  const rows = await tx.contract.findMany({
    where: { controllerId: { in: [...controllerIds] } },
    orderBy: { reference: "asc" },
    select: {
      ...{ id: true, reference: true, controllerId: true, content: true },
      ...{ signedOn: true, effectiveOn: true, noticeGivenOn: true, endedOn: true },
    },
  });
  const terms = new Map<string, NoticeTerms>();
  for (const { content, ...row } of rows) {
    const { state, deed } = contractOn({ ...row, content: contractContentSchema.parse(content) }, day);
    if (state !== "in-force") continue;
    const { breachNoticeHours: hours, breachNoticeMeans: means } = deed.terms;
    const other = terms.get(row.controllerId);
    if (!other || (hours !== null && (other.hours === null || hours < other.hours)))
      terms.set(row.controllerId, { contractId: row.id, reference: row.reference, hours, means });
  }
  return terms;
}

export async function findSubProcessor(tx: Tx, id: string) {
  const row = await tx.subProcessor.findFirst({
    where: { id },
    select: { id: true, name: true, content: true },
  });
  if (!row) return null;
  const { contract } = subProcessorContentSchema.parse(row.content);
  return { id: row.id, name: row.name, hours: contract.terms.breachNoticeHours };
}

/** Lists what proposes controllers: open entries, and every name under which a controller is known. */
export async function findProposing(
  tx: Tx,
): Promise<{ records: ProposingRecord[]; controllers: ProposingController[] }> {
  const rows = await tx.processingRecord.findMany({
    where: { capacity: "processor", state: { not: "ended" }, controllerId: { not: null } },
    select: {
      id: true,
      reference: true,
      activity: true,
      controllerId: true,
      subProcessorIds: true,
      content: true,
    },
  });
  const controllers = await tx.controller.findMany({
    where: { archivedAt: null },
    select: { id: true, legalName: true, spellings: { select: { spelling: true } } },
  });
  return {
    records: rows.map(({ content, controllerId, ...row }) => ({
      ...row,
      controllerId: required(controllerId, "controller of the entry"),
      places: recordContentSchema
        .parse(content)
        .destinations.map(({ place }) => place)
        .filter(Boolean),
    })),
    controllers: controllers.map(({ id, legalName, spellings }) => ({
      id,
      names: [legalName, ...spellings.map(({ spelling }) => spelling)],
    })),
  };
}
