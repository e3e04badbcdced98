import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import { lineagesOf } from "@/lib/domain/attachment/lineage";
import { ATTACHMENT_SUBJECTS, isAttachmentNoun, type AttachmentNoun } from "@/lib/domain/attachment/subjects";
import { requireContact, requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findDocuments, findOwnDocuments } from "./data";

/** The documents of one subject, each with its earlier versions. */
export async function loadDocuments(slug: string, noun: AttachmentNoun, subjectId: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(subjectId).success) notFound();
  const files = await withOrg(ctx.scope, (tx) => findDocuments(tx, noun, subjectId));
  const { read, write } = ATTACHMENT_SUBJECTS[noun];
  return {
    noun,
    subjectId,
    documents: can(ctx.actor, read) ? lineagesOf(files.map(asShown)) : [],
    mayWrite: can(ctx.actor, write),
  };
}

/** The documents that are one controller's own, for its portal, newest first. */
export async function loadPortalDocuments(contactId: string) {
  const ctx = await requireContact(contactId);
  const files = await withOrg(ctx.scope, findOwnDocuments);
  return files.flatMap(({ storedAt, subjectNoun, ...file }) =>
    isAttachmentNoun(subjectNoun) && can(ctx.actor, ATTACHMENT_SUBJECTS[subjectNoun].read)
      ? [{ ...file, noun: subjectNoun, at: storedAt.getTime() }]
      : [],
  );
}

/** The documents of one subject that still count, for its controller's portal: the newest of each. */
export async function loadSubjectDocuments(contact: string, noun: AttachmentNoun, subjectId: string) {
  const ctx = await requireContact(contact);
  const files = await withOrg(ctx.scope, (tx) => findDocuments(tx, noun, subjectId));
  return {
    noun,
    subjectId,
    files: lineagesOf(files.map(asShown)).flatMap(({ standing }) => standing ?? []),
    mayWrite: can(ctx.actor, ATTACHMENT_SUBJECTS[noun].write),
  };
}

type Found = Awaited<ReturnType<typeof findDocuments>>[number];

function asShown({ storedAt, withdrawal, ...file }: Found) {
  const why = withdrawal && {
    reason: withdrawal.reason,
    authorName: withdrawal.authorName,
    at: withdrawal.withdrawnAt.getTime(),
  };
  return { ...file, at: storedAt.getTime(), withdrawal: why };
}
