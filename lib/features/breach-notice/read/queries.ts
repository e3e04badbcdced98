import type { Prisma } from "@/lib/generated/prisma/client";
import type { NoticePhase } from "@/lib/domain/breach/notice";
import { standingLines } from "@/lib/domain/breach/informed-lines";
import { noticeContentSchema } from "@/lib/domain/breach/notice-content";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import type { Tx } from "@/lib/platform/database/transaction";
import { canonicalDigest } from "@/lib/platform/journal/canonical-digest";

const noticeSelect = {
  id: true,
  breachId: true,
  breachControllerId: true,
  controllerId: true,
  number: true,
  phase: true,
  locale: true,
  status: true,
  isDrill: true,
  isShared: true,
  content: true,
  lateReason: true,
  issuedAt: true,
  issuedByName: true,
  createdAt: true,
  documentId: true,
  version: true,
} satisfies Prisma.BreachNoticeSelect;

type Stored = Prisma.BreachNoticeGetPayload<{ select: typeof noticeSelect }>;

export type NoticeRow = Omit<Stored, "content" | "phase" | "status"> & {
  phase: NoticePhase;
  status: "draft" | "issued" | "withdrawn";
  content: ReturnType<typeof noticeContentSchema.parse>;
  /** Digest of the content as it is stored. */
  contentDigest: string;
  /** Clause of the contract that mandates the processor to prepare the authority's notification; "" where none does. */
  mandate: string;
};

export async function findNotice(tx: Tx, id: string): Promise<NoticeRow | null> {
  const row = await tx.breachNotice.findFirst({ where: { id }, select: noticeSelect });
  return row && readNotice(row);
}

export async function findNotices(tx: Tx, where: Prisma.BreachNoticeWhereInput): Promise<NoticeRow[]> {
  const rows = await tx.breachNotice.findMany({
    where,
    orderBy: [{ breachControllerId: "asc" }, { number: "asc" }],
    select: noticeSelect,
  });
  return rows.map(readNotice);
}

/** The database admits no other phase and status. */
function readNotice({ content, phase, status, ...row }: Stored): NoticeRow {
  const { mandate } = (content ?? {}) as { mandate?: unknown };
  return {
    ...row,
    phase: phase as NoticePhase,
    status: status as NoticeRow["status"],
    content: noticeContentSchema.parse(content),
    // Values of jsonb are JSON.
    contentDigest: canonicalDigest(content as JsonValue),
    mandate: typeof mandate === "string" ? mandate : "",
  };
}

const factSelect = {
  id: true,
  noticeId: true,
  controllerId: true,
  kind: true,
  at: true,
  contactId: true,
  letterId: true,
  value: true,
  reason: true,
  recordedAt: true,
  correctsId: true,
  authorKind: true,
  authorId: true,
  authorName: true,
  contact: { select: { name: true, phone: true, email: true } },
} satisfies Prisma.BreachNoticeFactSelect;

export type NoticeFactRow = Prisma.BreachNoticeFactGetPayload<{ select: typeof factSelect }>;

/** Facts that count. A correction is about the notice of what it corrects, so that both are found or neither. */
export async function findNoticeFacts(
  tx: Tx,
  where: Prisma.BreachNoticeFactWhereInput,
): Promise<NoticeFactRow[]> {
  return standingLines(await findEveryNoticeFact(tx, where));
}

/** Facts with those that were corrected or withdrawn since, art. 33(5). */
export function findEveryNoticeFact(
  tx: Tx,
  where: Prisma.BreachNoticeFactWhereInput,
): Promise<NoticeFactRow[]> {
  return tx.breachNoticeFact.findMany({
    where,
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: factSelect,
  });
}

export function subjectOf({ id, number }: Pick<NoticeRow, "id" | "number">) {
  return { noun: "breach-notice" as const, id, label: String(number) };
}
