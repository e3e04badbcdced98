import { required } from "@/lib/domain/invariant/required";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { refuseClosing, type ThreadMessage, threadStatusAfter } from "@/lib/domain/thread/status";
import { THREAD_SUBJECTS } from "@/lib/domain/thread/subjects";
import type { Ctx } from "@/lib/platform/request/context";
import { sha256 } from "@/lib/platform/files/chunks";
import { newId } from "@/lib/platform/database/ids";
import { findStewards } from "@/lib/platform/mail/stewards";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findThread,
  findThreadOf,
  statusColumns,
  type ThreadRow,
  type Writer,
  writerOf,
} from "@/lib/features/thread/read/queries";
import { updateReadPosition, lockThread } from "./rows";
import { notifyOtherSide } from "./letters";
import { findForeignNameFinder } from "@/lib/features/party-names/read/foreign";
import type { ClosingInput, MessageInput, ReadingInput } from "@/lib/features/thread/schema";
import { findThreadSubject, type ThreadSubject } from "@/lib/features/thread/read/subject";

/** Limits messages of a contact, since each is a letter to every steward. */
const PER_CONTACT = { tries: 30, windowMs: 3_600_000 };

/** Begins or reopens the thread. */
export async function writeMessage(ctx: Ctx, input: MessageInput): Promise<Outcome<{ id: string }>> {
  const writer = writerOf(ctx.actor);
  const { noun, subjectId, text } = input;
  if (!writer || !isAuthorised(ctx, "thread.write") || !isAuthorised(ctx, THREAD_SUBJECTS[noun].read))
    return refuse({ kind: "forbidden" });
  if (!(await isWithin(ctx, writer))) return invalid("text", "thread.tooMany");
  const stewards = await findStewards(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    await lockThread(tx, subjectId);
    const subject = await findThreadSubject(tx, noun, subjectId);
    if (!subject || subject.isDraft) return refuse({ kind: "not-found" });
    const before = await findThreadOf(tx, subject);
    // Staff may answer a former controller, and begin nothing new.
    if (!before && writer.side === "staff" && (await isArchived(tx, subject)))
      return invalid("text", "thread.archived");
    const named = await askAboutNames(tx, { writer, subject, input });
    if (named) return named;
    const { id, number } = await appendMessage(tx, ctx, { subject, before, writer, kind: "message", text });
    await notifyOtherSide(tx, ctx, { thread: id, subject, writer, stewards });
    journal.note({
      event: before ? "thread.written" : "thread.opened",
      subject: { noun: "thread", id, label: subject.reference },
      after: { subjectNoun: noun, subjectId, number, digest: digestOf(text) },
    });
    return done({ id });
  });
}

/** Refused to anybody who has not seen the last message. */
export async function closeThread(ctx: Ctx, input: ClosingInput): Promise<Outcome<{ id: string }>> {
  const writer = writerOf(ctx.actor);
  if (!writer || !isAuthorised(ctx, "thread.write")) return refuse({ kind: "forbidden" });
  const { id, seen, text } = input;
  const stewards = await findStewards(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    const found = await findLocked(tx, id);
    if (!found) return refuse({ kind: "not-found" });
    const { thread: before, subject } = found;
    const refusal = refuseClosing(before, { messages: before.messageCount, seen });
    if (refusal) return invalid("text", `thread.${refusal}`);
    const named = await askAboutNames(tx, { writer, subject, input });
    if (named) return named;
    const { number } = await appendMessage(tx, ctx, { subject, before, writer, kind: "closing", text });
    await notifyOtherSide(tx, ctx, { thread: id, subject, writer, stewards });
    journal.note({
      event: "thread.closed",
      subject: { noun: "thread", id, label: subject.reference },
      before: { state: before.state },
      after: { state: "closed", number },
      reason: text,
    });
    return done({ id });
  });
}

export async function markRead(ctx: Ctx, { id, readTo }: ReadingInput): Promise<Outcome<null>> {
  const reader = writerOf(ctx.actor);
  if (!reader || !isAuthorised(ctx, "thread.read")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const thread = await findThread(tx, id);
    if (!thread) return refuse({ kind: "not-found" });
    await updateReadPosition(tx, thread, reader, {
      org: ctx.scope.org,
      readTo: Math.min(readTo, thread.messageCount),
      now: ctx.now,
    });
    return done(null);
  });
}

type Worded = {
  writer: Writer;
  subject: ThreadSubject;
  input: Pick<MessageInput, "text" | "areNamesConfirmed">;
};

/** Asks staff whether words that may name another client do, before they reach this one; null: nothing to ask. */
async function askAboutNames(
  tx: Tx,
  { writer, subject, input: { text, areNamesConfirmed } }: Worded,
): Promise<Outcome<never> | null> {
  if (writer.side !== "staff" || areNamesConfirmed) return null;
  const names = (await findForeignNameFinder(tx, subject.controllerId))(text).map(({ found }) => found);
  if (names.length === 0) return null;
  return invalid("areNamesConfirmed", "thread.foreignNames", { names: names.join(", ") });
}

async function isArchived(tx: Tx, { controllerId }: ThreadSubject): Promise<boolean> {
  return (
    (await tx.controller.count({
      where: { id: controllerId, archivedAt: { not: null }, mergedIntoId: null },
    })) > 0
  );
}

async function isWithin({ now }: Ctx, { side, id }: Writer): Promise<boolean> {
  return side === "staff" || countAttempt(`thread:${id}`, PER_CONTACT, now);
}

/** Locks the thread; null where it or its subject is out of scope. */
async function findLocked(tx: Tx, id: string) {
  const seen = await findThread(tx, id);
  if (!seen) return null;
  await lockThread(tx, seen.subjectId);
  const subject = await findThreadSubject(tx, seen.subjectNoun, seen.subjectId);
  return subject && { thread: required(await findThread(tx, id), "thread"), subject };
}

type NewMessage = {
  subject: ThreadSubject;
  before: ThreadRow | null;
  writer: Writer;
  kind: ThreadMessage["kind"];
  text: string;
};

/** Marks the message as read by its author. Requires `lockThread`. */
async function appendMessage(
  tx: Tx,
  { scope, now }: Ctx,
  { subject, before, writer, kind, text }: NewMessage,
) {
  const previous = before && {
    state: before.state,
    since: before.since.getTime(),
    lastAt: before.lastAt.getTime(),
  };
  const status = threadStatusAfter(previous, { side: writer.side, kind, at: now.getTime() });
  const number = (before?.messageCount ?? 0) + 1;
  const thread = { id: before?.id ?? newId(now), controllerId: before?.controllerId ?? subject.controllerId };
  const columns = { ...statusColumns(status), messageCount: number };
  if (before) await tx.thread.updateMany({ where: { id: before.id }, data: columns });
  else
    await tx.thread.create({
      data: {
        ...thread,
        ...columns,
        orgId: scope.org,
        subjectNoun: subject.noun,
        subjectId: subject.id,
        createdAt: now,
      },
    });
  await tx.threadMessage.create({
    data: {
      threadId: thread.id,
      number,
      orgId: scope.org,
      controllerId: thread.controllerId,
      side: writer.side,
      kind,
      authorId: writer.id,
      authorName: writer.name,
      text,
      sentAt: now,
    },
  });
  await updateReadPosition(tx, thread, writer, { org: scope.org, readTo: number, now });
  return { id: thread.id, number };
}

/** Journals a digest instead of the text, whose retention is the thread's. */
function digestOf(text: string): string {
  return sha256(new TextEncoder().encode(text));
}
