import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import { lineagesOf } from "@/lib/domain/attachment/lineage";
import { DOCUMENT_RULES, isClosedToView, type DocumentStatus } from "@/lib/domain/attachment/status";
import { ATTACHMENT_SUBJECTS, isAttachmentNoun, type AttachmentNoun } from "@/lib/domain/attachment/subjects";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireContact, requireStaff } from "@/lib/platform/request/request-session";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  findDocuments,
  findOwnDocuments,
  findDocumentStatuses,
} from "@/lib/features/attachment/read/queries";

export async function loadDocuments(slug: string, noun: AttachmentNoun, subjectId: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(subjectId).success) notFound();
  const files = await readInScope(ctx.scope, async (tx) =>
    show(tx, await findDocuments(tx, noun, subjectId)),
  );
  const { read, write } = ATTACHMENT_SUBJECTS[noun];
  return {
    noun,
    subjectId,
    documents: can(ctx.actor, read) ? lineagesOf(files) : [],
    mayWrite: can(ctx.actor, write),
    mayClose: can(ctx.actor, "document.close") && can(ctx.actor, read),
  };
}

export async function loadPortalDocuments(contactId: string) {
  const ctx = await requireContact(contactId);
  const files = await readInScope(ctx.scope, async (tx) => show(tx, await findOwnDocuments(tx)));
  return files.flatMap(({ subjectNoun, ...file }) =>
    isAttachmentNoun(subjectNoun) && can(ctx.actor, ATTACHMENT_SUBJECTS[subjectNoun].read)
      ? [{ ...file, noun: subjectNoun }]
      : [],
  );
}

export async function loadSubjectDocuments(contact: string, noun: AttachmentNoun, subjectId: string) {
  const ctx = await requireContact(contact);
  const files = await readInScope(ctx.scope, async (tx) =>
    show(tx, await findDocuments(tx, noun, subjectId)),
  );
  return {
    noun,
    subjectId,
    files,
    mayWrite: can(ctx.actor, ATTACHMENT_SUBJECTS[noun].write),
  };
}

type Found = Awaited<ReturnType<typeof findDocuments>>[number];

async function show<F extends Found>(tx: Tx, files: readonly F[]) {
  const statuses = await findDocumentStatuses(
    tx,
    files.map(({ id }) => id),
  );
  return files.map((file) => asShown(file, statuses.get(file.id) ?? "sealed"));
}

function asShown<F extends Found>(
  { storedAt, withdrawal, closures, replaces, replacedBy, ...file }: F,
  status: DocumentStatus,
) {
  const { isWithdrawable, isClosable } = DOCUMENT_RULES[status];
  const withdrawn = withdrawal && { ...withdrawal, isClosed: true, recordedAt: withdrawal.withdrawnAt };
  // A document withdrawn before its delivery was recorded can still be reopened.
  const facts = [...(withdrawn?.wasGiven && isClosable ? [withdrawn] : []), ...closures].map(describeFact);
  return {
    ...file,
    at: storedAt.getTime(),
    replaces: replaces?.fileName ?? null,
    replacedBy: replacedBy?.fileName ?? null,
    isWithdrawable,
    isClosable,
    isClosed: isClosedToView(facts),
    closures: facts,
    withdrawal: withdrawn && !withdrawn.wasGiven ? describeFact(withdrawn) : null,
  };
}

type Fact = { isClosed: boolean; reason: string; authorName: string; recordedAt: Date };

function describeFact({ isClosed, reason, authorName, recordedAt }: Fact) {
  return { isClosed, reason, authorName, at: recordedAt.getTime() };
}
