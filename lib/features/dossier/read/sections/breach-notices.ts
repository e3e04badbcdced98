import { z } from "zod";
import { noticeContentSchema, type NoticeContent } from "@/lib/domain/breach/notice-content";
import type { NoticePhase } from "@/lib/domain/breach/notice";
import { isByAddress, kindByAddress } from "@/lib/domain/breach/notice-state";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import { ofChosen, type SectionQuery } from "@/lib/features/dossier/read/section";
import { findProvenAt } from "@/lib/platform/access/address-proofs";
import type { Tx } from "@/lib/platform/database/transaction";

const issuedUntil = ({ at }: SectionQuery) => ({
  status: "issued",
  isDrill: false,
  issuedAt: { not: null, lte: at },
});

/** Files of the notices as issued, art. 33(2): the PDF of each. */
export async function findNoticeFiles(tx: Tx, query: SectionQuery): Promise<string[]> {
  const notices = await tx.breachNotice.findMany({
    where: { ...ofChosen(query), ...issuedUntil(query), documentId: { not: null } },
    select: { documentId: true },
  });
  return notices.flatMap(({ documentId }) => documentId ?? []);
}

/**
 * Ids that the journal has for acts about notices: the notice, or, of a call before any, the controller's part of the breach.
 */
export async function findNoticeSubjects(tx: Tx, query: SectionQuery): Promise<string[]> {
  const [notices, parts] = [
    await tx.breachNotice.findMany({
      where: { ...ofChosen(query), ...issuedUntil(query) },
      select: { id: true },
    }),
    await tx.breachController.findMany({
      where: { ...ofChosen(query), breach: { isDrill: false } },
      select: { id: true },
    }),
  ];
  return [...notices, ...parts].map(({ id }) => id);
}

/** A notice as the dossier states it. */
export type GivenNotice = {
  id: string;
  number: number;
  phase: NoticePhase;
  content: NoticeContent;
  described: JsonValue;
  /** Joint controllers of the client, 26(1), who were written to with it, and those who were not. */
  joint: { told: string[]; leftOut: string[] };
};

/** Notices of one breach that were issued to each controller: number, text, instant, file and what is known of delivery. */
export async function findIssuedNotices(
  tx: Tx,
  breachId: string,
  query: SectionQuery,
): Promise<ReadonlyMap<string, GivenNotice[]>> {
  const notices = await tx.breachNotice.findMany({
    where: { breachId, ...ofChosen(query), ...issuedUntil(query) },
    orderBy: [{ controllerId: "asc" }, { number: "asc" }],
    include: {
      facts: { where: { recordedAt: { lte: query.at } }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }] },
    },
  });
  const letters = await findLetters(
    tx,
    notices.flatMap(({ facts }) => facts.flatMap(({ letterId }) => letterId ?? [])),
    query,
  );
  const provenAt = await findProvenAt(
    tx,
    notices.flatMap(({ facts }) =>
      facts.flatMap(({ kind, authorId }) => (isByAddress(kind) && authorId ? [authorId] : [])),
    ),
  );
  const isProven = (id: string | null) =>
    (provenAt.get(id ?? "")?.getTime() ?? Infinity) <= query.at.getTime();
  const found = new Map<string, GivenNotice[]>();
  for (const { controllerId, facts, content, ...notice } of notices) {
    const { number, phase, locale, lateReason, issuedByName, documentId } = notice;
    const described: JsonValue = {
      number,
      phase,
      language: locale,
      issuedAt: notice.issuedAt?.toISOString() ?? null,
      issuedBy: issuedByName,
      lateReason,
      document: documentId,
      // Prisma types a column of JSON wider than what JSON holds.
      text: content as JsonValue,
      delivery: facts.map(({ kind, at, recordedAt, letterId, authorKind, authorId, authorName, value }) => ({
        kind: authorKind === "controller-contact" ? kindByAddress(kind, isProven(authorId)) : kind,
        ...(isOfJoint(kind) && { jointController: whoOf(value) }),
        at: at?.toISOString() ?? null,
        recordedAt: recordedAt.toISOString(),
        author: authorName,
        letter: letterId === null ? null : (letters.get(letterId) ?? null),
      })),
    };
    const given: GivenNotice = {
      id: notice.id,
      number,
      // The database admits no other phase.
      phase: phase as NoticePhase,
      content: noticeContentSchema.parse(content),
      described,
      joint: {
        told: whoIn(facts, "joint-mail-queued"),
        leftOut: whoIn(facts, "joint-not-told"),
      },
    };
    found.set(controllerId, [...(found.get(controllerId) ?? []), given]);
  }
  return found;
}

function isOfJoint(kind: string): boolean {
  return kind === "joint-mail-queued" || kind === "joint-not-told";
}

/** Names a joint controller as its letter was addressed, else by its line on the client's sheet. */
const jointFactSchema = z.object({ who: z.string().catch(""), addressee: z.string().catch("") });

function whoOf(value: unknown): string {
  const { who, addressee } = jointFactSchema.parse(value);
  return addressee || who;
}

function whoIn(facts: readonly { kind: string; value: unknown }[], wanted: string): string[] {
  return facts.flatMap(({ kind, value }) => (kind === wanted ? [whoOf(value)] : [])).filter(Boolean);
}

/** Address of each letter, and what servers and people said of it up to the instant. */
async function findLetters(tx: Tx, ids: string[], { at }: SectionQuery): Promise<Map<string, JsonValue>> {
  const letters = await tx.outboxMail.findMany({
    where: { id: { in: ids } },
    select: { id: true, toAddress: true, acceptedAt: true },
  });
  const facts = await tx.outboxFact.findMany({
    where: { letterId: { in: ids }, recordedAt: { lte: at } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: { letterId: true, kind: true, at: true },
  });
  return new Map(
    letters.map(({ id, toAddress, acceptedAt }) => [
      id,
      {
        to: toAddress,
        acceptedAt: acceptedAt !== null && acceptedAt <= at ? acceptedAt.toISOString() : null,
        said: facts
          .filter(({ letterId }) => letterId === id)
          .map((fact) => ({ kind: fact.kind, at: fact.at?.toISOString() ?? null })),
      },
    ]),
  );
}
