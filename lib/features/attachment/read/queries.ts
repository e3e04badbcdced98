import type { DocumentStatus } from "@/lib/domain/attachment/status";
import type { AttachmentNoun } from "@/lib/domain/attachment/subjects";
import { WORK_KINDS, type WorkKind } from "@/lib/domain/dpo-work/kinds";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Controller whose portal shows the documents, and the subject's name. */
type SubjectRow = { controllerId: string | null };

type FindSubject = (tx: Tx, id: string) => Promise<SubjectRow | null>;

/** Documents of the DPO's work are the processor's own, also where it assists one controller. */
const findWork =
  (kind: WorkKind): FindSubject =>
  async (tx, id) =>
    (await tx.dpoWork.findFirst({ where: { id, kind }, select: { id: true } })) && { controllerId: null };

const FIND: Record<AttachmentNoun, FindSubject> = {
  authorisation: (tx, id) => tx.authorisation.findFirst({ where: { id }, select: { controllerId: true } }),
  // Documents of a breach are the processor's own: several controllers may be touched.
  breach: async (tx, id) =>
    (await tx.breach.findFirst({ where: { id }, select: { id: true } })) && { controllerId: null },
  "breach-notice": (tx, id) => tx.breachNotice.findFirst({ where: { id }, select: { controllerId: true } }),
  // Documents of a campaign are the processor's own proof of how it was prepared.
  campaign: async (tx, id) =>
    (await tx.campaign.findFirst({ where: { id }, select: { id: true } })) && { controllerId: null },
  contract: (tx, id) => tx.contract.findFirst({ where: { id }, select: { controllerId: true } }),
  // A closed or cancelled run takes no more evidence.
  "contract-end": (tx, id) =>
    tx.contractEnd.findFirst({ where: { id, state: "open" }, select: { controllerId: true } }),
  "contract-end-line": async (tx, id) => {
    const where = { id, contractEnd: { state: "open" } };
    const line = await tx.contractEndLine.findFirst({
      where,
      select: { contractEnd: { select: { controllerId: true } } },
    });
    return line?.contractEnd ?? null;
  },
  ...(Object.fromEntries(WORK_KINDS.map((kind) => [kind, findWork(kind)])) as Record<WorkKind, FindSubject>),
  instruction: (tx, id) => tx.instruction.findFirst({ where: { id }, select: { controllerId: true } }),
  measure: async (tx, id) =>
    (await tx.measure.findFirst({ where: { id }, select: { id: true } })) && { controllerId: null },
  // Proofs of what was executed are the processor's own.
  "rights-request": async (tx, id) =>
    (await tx.rightsRequest.findFirst({ where: { id }, select: { id: true } })) && { controllerId: null },
  thread: (tx, id) => tx.thread.findFirst({ where: { id }, select: { controllerId: true } }),
  "sub-processor": async (tx, id) =>
    (await tx.subProcessor.findFirst({ where: { id }, select: { id: true } })) && { controllerId: null },
  transfer: (tx, id) => tx.transfer.findFirst({ where: { id }, select: { controllerId: true } }),
};

export function findSubject(tx: Tx, noun: AttachmentNoun, id: string): Promise<SubjectRow | null> {
  return FIND[noun](tx, id);
}

/** Limit of documents per subject. */
const MOST_FILES = 300;

const documentSelect = {
  id: true,
  replacesId: true,
  fileName: true,
  contentType: true,
  size: true,
  sha256: true,
  storedAt: true,
  authorName: true,
  replaces: { select: { fileName: true } },
  replacedBy: { select: { fileName: true } },
  withdrawal: { select: { reason: true, withdrawnAt: true, authorName: true, wasGiven: true } },
  closures: {
    orderBy: { number: "asc" },
    select: { isClosed: true, reason: true, recordedAt: true, authorName: true },
  },
} satisfies Prisma.AttachmentSelect;

export function findDocuments(tx: Tx, noun: AttachmentNoun, subjectId: string) {
  return tx.attachment.findMany({
    where: { subjectNoun: noun, subjectId },
    orderBy: [{ storedAt: "desc" }, { id: "desc" }],
    take: MOST_FILES,
    select: documentSelect,
  });
}

export function findOwnDocuments(tx: Tx) {
  return tx.attachment.findMany({
    where: { purpose: "document", controllerId: { not: null } },
    orderBy: [{ storedAt: "desc" }, { id: "desc" }],
    take: MOST_FILES,
    select: { ...documentSelect, subjectNoun: true },
  });
}

export async function findDocumentStatuses(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, DocumentStatus>> {
  const rows = await tx.$queryRaw<{ id: string; status: DocumentStatus }[]>`
    SELECT id, attachment_status(org_id, id) AS status FROM attachment WHERE id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** True unless another file replaced it. */
export async function isLast(tx: Tx, subjectId: string, id: string): Promise<boolean> {
  const file = await tx.attachment.findFirst({
    where: { id, subjectId, replacedBy: null },
    select: { id: true },
  });
  return file !== null;
}

/** Null where the file was withdrawn, closed or replaced. */
export function findCounting(tx: Tx, noun: AttachmentNoun, subjectId: string, id: string) {
  return tx.attachment.findFirst({
    where: {
      id,
      subjectNoun: noun,
      subjectId,
      OR: [{ withdrawal: null }, { withdrawal: { wasGiven: true } }],
    },
    select: { id: true, fileName: true, controllerId: true },
  });
}

export async function isWithdrawn(tx: Tx, id: string): Promise<boolean> {
  return (await tx.attachmentWithdrawal.count({ where: { attachmentId: id, wasGiven: false } })) > 0;
}
