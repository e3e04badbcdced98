import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import type { Ctx } from "@/lib/platform/request/context";
import type { Reachable } from "@/lib/features/breach-notice/read/recipients";
import { findNotice, type NoticeRow } from "@/lib/features/breach-notice/read/queries";

/** Admits one writer at a time on the notices of one controller about one breach. */
export async function lockPart(tx: Tx, partId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM breach_controller WHERE id = ${partId}::uuid FOR UPDATE`;
}

/** Null where another saved in between, or it is no draft any more. */
export async function updateDraft(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  data: Parameters<Tx["breachNotice"]["updateMany"]>[0]["data"],
): Promise<NoticeRow | null> {
  const { count } = await tx.breachNotice.updateMany({
    where: { id, version, status: "draft" },
    data: { ...data, version: version + 1, updatedAt: ctx.now },
  });
  return count === 0 ? null : findNotice(tx, id);
}

export type NewNoticeFact = {
  breachId: string;
  controllerId: string;
  noticeId: string | null;
  kind: string;
  /** Null of a line that withdraws another. */
  at: Date | null;
  contactId?: string | null;
  letterId?: string | null;
  value?: object;
  reason?: string;
  correctsId?: string | null;
};

/** False where the same step was recorded, or the same line corrected, before. */
export async function insertNoticeFact(
  tx: Tx,
  { actor, scope, now }: Ctx,
  fact: NewNoticeFact,
): Promise<boolean> {
  const { value = {}, ...rest } = fact;
  const { count } = await tx.breachNoticeFact.createMany({
    data: {
      ...rest,
      value,
      id: newId(now),
      orgId: scope.org,
      recordedAt: now,
      authorKind: actor.kind,
      authorId:
        actor.kind === "staff"
          ? actor.memberId
          : actor.kind === "controller-contact"
            ? actor.contactId
            : null,
      authorName: "name" in actor ? actor.name : "",
    },
    skipDuplicates: true,
  });
  return count === 1;
}

export type MailStep = {
  notice: Pick<NoticeRow, "id" | "breachId" | "controllerId">;
  to: Pick<Reachable, "contactId" | "route" | "name" | "address">;
  /** Minutes without an answer after which the next contact is written to. */
  silenceMinutes: number;
  /** SHA-256 of the PDF. */
  digest: string;
  letter: Letter;
};

/**
 * Takes the step of writing to one contact of one notice: its letter and its fact, in the transaction of the caller, who
 * has locked the part. Null where that contact was written to before, and then nothing is queued.
 */
export async function queueStep(
  tx: Tx,
  ctx: Ctx,
  { notice, to, letter, ...agreed }: MailStep,
): Promise<string | null> {
  const { id: noticeId, breachId, controllerId } = notice;
  const { contactId, route, name: who, address } = to;
  const step = { noticeId, kind: "mail-queued", contactId };
  const taken = contactId === null ? { ...step, value: { path: ["address"], equals: address } } : step;
  if ((await tx.breachNoticeFact.count({ where: taken })) > 0) return null;
  const letterId = await queueMail(tx, ctx.scope.org, letter, ctx.now);
  const value = { who, address, ...(route && { route }), ...agreed };
  await insertNoticeFact(tx, ctx, { ...step, breachId, controllerId, at: ctx.now, letterId, value });
  return letterId;
}

/** The document as it is stored: what it says, and the clause that mandates us. */
export function storedContent(content: NoticeContent, mandate: string) {
  return { ...content, mandate };
}
