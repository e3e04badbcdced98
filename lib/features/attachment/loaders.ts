import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import { lineagesOf } from "@/lib/domain/attachment/lineage";
import { ATTACHMENT_SUBJECTS, type AttachmentNoun } from "@/lib/domain/attachment/subjects";
import { requireStaff } from "@/lib/platform/session";
import { withOrg } from "@/lib/platform/transaction";
import { findDocuments } from "./data";

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

type Found = Awaited<ReturnType<typeof findDocuments>>[number];

function asShown({ storedAt, withdrawal, ...file }: Found) {
  const why = withdrawal && {
    reason: withdrawal.reason,
    authorName: withdrawal.authorName,
    at: withdrawal.withdrawnAt.getTime(),
  };
  return { ...file, at: storedAt.getTime(), withdrawal: why };
}
