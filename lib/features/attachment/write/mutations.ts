import { can } from "@/lib/domain/nouns/policy";
import {
  cleanFileName,
  type DocumentType,
  formatName,
  contradictsType,
  MAX_DOCUMENT_BYTES,
} from "@/lib/domain/attachment/formats";
import { DOCUMENT_RULES } from "@/lib/domain/attachment/status";
import { ATTACHMENT_SUBJECTS, isAttachmentNoun } from "@/lib/domain/attachment/subjects";
import { isViewable } from "@/lib/domain/attachment/view";
import { conflict, done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import { findClosed } from "@/lib/platform/files/closed";
import type { Sniffed } from "@/lib/platform/files/document-type";
import { readDocumentType } from "@/lib/platform/parser/run-parser";
import { findPending } from "@/lib/platform/files/pending";
import { readFile, type StoredFile, storeFile } from "@/lib/platform/files/store";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised, withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findCounting,
  findDocumentStatuses,
  findSubject,
  isLast,
  isWithdrawn,
} from "@/lib/features/attachment/read/queries";
import { insertClosure, insertWithdrawal, lockDocuments } from "./rows";
import type { DocumentClose, DocumentInput, DocumentWithdraw } from "@/lib/features/attachment/schema";

/** Limits storage: a file may have twenty megabytes. */
const PER_CONTACT = { tries: 30, windowMs: 3_600_000 };
// Twenty megabytes in chunks need more than the default time.
const LIMITS = { timeoutMs: 60_000 };

/** Refuses a replacement of a version other than the one shown. */
export async function attachDocument(ctx: Ctx, input: DocumentInput): Promise<Outcome<{ id: string }>> {
  const { noun, subjectId, replaces } = input;
  if (!isAuthorised(ctx, ATTACHMENT_SUBJECTS[noun].write)) return refuse({ kind: "forbidden" });
  if (!(await isWithin(ctx))) return invalid("file", "tooMany");
  const checked = await checkDocument(input.file);
  if (!checked.ok) return checked;
  return write(
    ctx,
    async (tx, journal) => {
      await lockDocuments(tx, subjectId);
      const subject = await findSubject(tx, noun, subjectId);
      if (!subject) return refuse({ kind: "not-found" });
      if (replaces !== null && !(await isLast(tx, subjectId, replaces))) return invalid("file", "replaced");
      const about = {
        subjectNoun: noun,
        subjectId,
        controllerId: subject.controllerId,
        replacesId: replaces,
      };
      return done({
        id: await storeFile(tx, ctx, journal, { purpose: "document", ...about, ...checked.value }),
      });
    },
    LIMITS,
  );
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findPending>>>;

/**
 * Stores the e-mail of an unsaved instruction, so that a refused form does not lose it. Hidden from every portal until
 * the instruction is recorded.
 */
export async function insertPendingFile(ctx: Ctx, file: DocumentInput["file"]): Promise<Outcome<Waiting>> {
  if (!isAuthorised(ctx, "instruction.write")) return refuse({ kind: "forbidden" });
  const checked = await checkDocument(file);
  if (!checked.ok) return checked;
  return write(
    ctx,
    async (tx, journal) => {
      const id = await storeFile(tx, ctx, journal, { purpose: "pending", ...checked.value });
      const waiting = await findPending(tx, id);
      return waiting ? done(waiting) : refuse({ kind: "not-found" });
    },
    LIMITS,
  );
}

async function isWithin({ actor, now }: Ctx): Promise<boolean> {
  return (
    actor.kind !== "controller-contact" || countAttempt(`documents:${actor.contactId}`, PER_CONTACT, now)
  );
}

type Checked = { fileName: string; contentType: DocumentType; bytes: Uint8Array };

/** Detects the type by its bytes and requires a matching file name. */
async function checkDocument({ fileName, bytes }: DocumentInput["file"]): Promise<Outcome<Checked>> {
  if (bytes.length === 0) return invalid("file", "none");
  if (bytes.length > MAX_DOCUMENT_BYTES) return invalid("file", "tooLarge");
  const contentType = await readDocumentType(bytes);
  if (!isType(contentType)) return invalid("file", contentType);
  const name = cleanFileName(fileName);
  if (contradictsType(name, contentType)) return invalid("file", "lies", { found: formatName(contentType) });
  return done({ fileName: name, contentType, bytes });
}

function isType(sniffed: Sniffed): sniffed is DocumentType {
  return sniffed.includes("/");
}

/**
 * Withdraws the processor's own misplaced file, with a reason. Bytes remain under their hash; the previous version
 * counts again. Sealed or delivered files cannot be withdrawn.
 */
export async function withdrawDocument(ctx: Ctx, input: DocumentWithdraw): Promise<Outcome<{ id: string }>> {
  const { noun, subjectId, id, reason } = input;
  if (!isAuthorised(ctx, ATTACHMENT_SUBJECTS[noun].write)) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockDocuments(tx, subjectId);
    if (!(await findSubject(tx, noun, subjectId))) return refuse({ kind: "not-found" });
    const file = await findCounting(tx, noun, subjectId, id);
    if (!file) return refuse({ kind: "not-found" });
    if (!(await ruleOf(tx, id)).isWithdrawable) return invalid("reason", "given");
    await insertWithdrawal(tx, ctx, file, reason);
    journal.note({
      event: "attachment.withdrawn",
      subject: { noun: "attachment", id, label: file.fileName },
      after: { subjectNoun: noun, subjectId },
      reason,
    });
    return done({ id });
  });
}

/** Retains the bytes, the hash and every reason. */
export async function closeDocument(ctx: Ctx, input: DocumentClose): Promise<Outcome<{ id: string }>> {
  const { noun, subjectId, id, reason, isClosed } = input;
  if (!isAuthorised(ctx, "document.close") || !isAuthorised(ctx, ATTACHMENT_SUBJECTS[noun].read))
    return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockDocuments(tx, subjectId);
    const file = await findCounting(tx, noun, subjectId, id);
    if (!file || !(await ruleOf(tx, id)).isClosable) return refuse({ kind: "not-found" });
    if ((await findClosed(tx, [id])).has(id) === isClosed) return conflict({ isClosed }, 0);
    await insertClosure(tx, ctx, file, { isClosed, reason });
    journal.note({
      event: isClosed ? "attachment.closed" : "attachment.opened",
      subject: { noun: "attachment", id, label: file.fileName },
      after: { subjectNoun: noun, subjectId },
      reason,
    });
    return done({ id });
  });
}

async function ruleOf(tx: Tx, id: string) {
  return DOCUMENT_RULES[(await findDocumentStatuses(tx, [id])).get(id) ?? "sealed"];
}

/**
 * Verifies the hash while reading. Journals downloads of documents, but not of logos, which every page shows. Throws
 * `DamagedFileError`.
 */
export async function downloadAttachment(ctx: Ctx, id: string): Promise<Outcome<StoredFile>> {
  return take(ctx, id, () => true);
}

/** Takes a document that a browser shows by itself; another is not found, and nothing is written of it. */
export async function viewDocument(ctx: Ctx, id: string): Promise<Outcome<StoredFile>> {
  return take(ctx, id, ({ purpose, contentType }) => purpose === "document" && isViewable(contentType));
}

async function take(
  ctx: Ctx,
  id: string,
  isMeant: (file: StoredFile) => boolean,
): Promise<Outcome<StoredFile>> {
  if (!UUID.test(id)) return refuse({ kind: "not-found" });
  // The right depends on the file, and is asked once that is read.
  return write(
    withoutRight(ctx),
    async (tx, journal) => {
      const file = await readAllowed(tx, ctx, id);
      if (!file.ok) return file;
      if (!isMeant(file.value)) return refuse({ kind: "not-found" });
      const { purpose, fileName, sha256 } = file.value;
      if (purpose === "document")
        journal.note({
          event: "attachment.taken",
          subject: { noun: "attachment", id, label: fileName },
          after: { digest: sha256 },
        });
      return file;
    },
    LIMITS,
  );
}

async function readAllowed(tx: Tx, ctx: Ctx, id: string): Promise<Outcome<StoredFile>> {
  if ((await findClosed(tx, [id])).has(id)) return refuse({ kind: "not-found" });
  const file = await readFile(tx, id);
  if (!file) return refuse({ kind: "not-found" });
  const act = actFor(file, await isWithdrawn(tx, id));
  return can(ctx.actor, act) ? done(file) : refuse({ kind: "forbidden" });
}

/** A withdrawn file may concern another client, so reading it needs the right to correct it. */
function actFor({ purpose, subjectNoun }: StoredFile, wasWithdrawn: boolean) {
  const ofSubject = purpose === "document" && isAttachmentNoun(subjectNoun);
  if (!ofSubject) return "organisation.read";
  return ATTACHMENT_SUBJECTS[subjectNoun][wasWithdrawn ? "write" : "read"];
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
