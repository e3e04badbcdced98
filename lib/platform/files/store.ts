import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { authorOf } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { joinFile, sha256 as hashOf, splitFile } from "./chunks";

/** Purpose of a file, which decides where it may be seen. */
export type FilePurpose = "logo" | "document" | "contract-import" | "pending";

type NewFile = {
  purpose: FilePurpose;
  /** Subject of a document, and the one controller that it concerns. */
  subjectNoun?: string;
  subjectId?: string;
  controllerId?: string | null;
  /** The version before this one. */
  replacesId?: string | null;
  fileName: string;
  /** Type found in the bytes, never the one sent. */
  contentType: string;
  bytes: Uint8Array;
  width?: number;
  height?: number;
};

/** A file whole and verified. */
export type StoredFile = {
  id: string;
  purpose: FilePurpose;
  subjectNoun: string | null;
  fileName: string;
  contentType: string;
  sha256: string;
  width: number | null;
  height: number | null;
  bytes: Uint8Array<ArrayBuffer>;
};

/** Four megabytes in one statement. */
const CHUNKS_AT_ONCE = 16;

/** Keeps a file in chunks beside their hashes, with its entry in the journal; gives its id. Part of its owner's change. */
export async function storeFile(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { bytes, ...stated }: NewFile,
): Promise<string> {
  const id = newId(ctx.now);
  const chunks = splitFile(bytes);
  const facts = { ...stated, size: bytes.length, sha256: hashOf(bytes) };
  await tx.attachment.create({
    data: {
      ...facts,
      id,
      orgId: ctx.scope.org,
      chunks: chunks.length,
      storedAt: ctx.now,
      ...authorOf(ctx.actor),
      contactId: ctx.actor.kind === "controller-contact" ? ctx.actor.contactId : null,
    },
  });
  for (let at = 0; at < chunks.length; at += CHUNKS_AT_ONCE)
    await tx.attachmentChunk.createMany({
      data: chunks
        .slice(at, at + CHUNKS_AT_ONCE)
        .map((chunk) => ({ ...chunk, attachmentId: id, orgId: ctx.scope.org })),
    });
  // "digest": a key that names a hash would be left out of the journal as a secret.
  const { sha256: digest, ...after } = facts;
  journal.note({
    event: "attachment.stored",
    subject: { noun: "attachment", id, label: stated.fileName },
    after: { ...after, digest },
  });
  return id;
}

/** A file of the scope, or null. Throws `DamagedFileError` where a hash says that the bytes are not those stored. */
export async function readFile(tx: Tx, id: string): Promise<StoredFile | null> {
  const file = await tx.attachment.findFirst({ where: { id } });
  if (!file) return null;
  const pieces = await tx.attachmentChunk.findMany({
    where: { attachmentId: id },
    orderBy: { seq: "asc" },
    select: { seq: true, bytes: true, sha256: true },
  });
  const { fileName, contentType, subjectNoun, sha256, width, height } = file;
  const purpose = file.purpose as FilePurpose;
  const bytes = joinFile(file, pieces);
  return { id, purpose, fileName, contentType, subjectNoun, sha256, width, height, bytes };
}
