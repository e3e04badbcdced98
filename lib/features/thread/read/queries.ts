import type { Actor } from "@/lib/domain/access/actor";
import { itemAt } from "@/lib/domain/invariant/required";
import { rankOf, type Side, type ThreadStatus, type ThreadState } from "@/lib/domain/thread/status";
import type { ThreadNoun } from "@/lib/domain/thread/subjects";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Member or contact, by the id of their side. */
export type Writer = { side: Side; id: string; name: string };

/** Null for auditors and jobs, who write nothing. */
export function writerOf(actor: Actor): Writer | null {
  if (actor.kind === "staff") return { side: "staff", id: actor.memberId, name: actor.name };
  if (actor.kind === "controller-contact") return { side: "contact", id: actor.contactId, name: actor.name };
  return null;
}

const threadSelect = {
  id: true,
  controllerId: true,
  subjectNoun: true,
  subjectId: true,
  state: true,
  since: true,
  lastAt: true,
  messageCount: true,
  controller: { select: { legalName: true, mergedIntoId: true } },
} satisfies Prisma.ThreadSelect;

type Stored = Prisma.ThreadGetPayload<{ select: typeof threadSelect }>;
export type ThreadRow = Omit<Stored, "subjectNoun" | "state" | "controller"> & {
  controller: { legalName: string };
  subjectNoun: ThreadNoun;
  state: ThreadState;
};

/** Uses the name of the controller it was merged into. */
async function readThreads<T extends Stored>(tx: Tx, rows: readonly T[]) {
  const merged = rows.flatMap(({ controller }) => controller.mergedIntoId ?? []);
  const remaining = merged.length
    ? await tx.controller.findMany({ where: { id: { in: merged } }, select: { id: true, legalName: true } })
    : [];
  const names = new Map(remaining.map(({ id, legalName }) => [id, legalName]));
  return rows.map((row) => ({
    ...row,
    subjectNoun: row.subjectNoun as ThreadNoun,
    state: row.state as ThreadState,
    controller: { legalName: names.get(row.controller.mergedIntoId ?? "") ?? row.controller.legalName },
  }));
}

async function readThread(tx: Tx, row: Stored | null): Promise<ThreadRow | null> {
  return row && itemAt(await readThreads(tx, [row]), 0);
}

/** Contacts with access to a controller's rows, including those confirmed at a merge. */
export function seeing(controllerId: string) {
  return { OR: [{ controllerId, sees: { isEmpty: true } }, { sees: { has: controllerId } }] };
}

export async function findThread(tx: Tx, id: string): Promise<ThreadRow | null> {
  return readThread(tx, await tx.thread.findFirst({ where: { id }, select: threadSelect }));
}

/** Null before the first message. */
export async function findThreadOf(
  tx: Tx,
  subject: { noun: ThreadNoun; id: string; controllerId: string },
): Promise<ThreadRow | null> {
  const { noun, id, controllerId } = subject;
  const where = { subjectNoun: noun, subjectId: id, controllerId };
  return readThread(tx, await tx.thread.findFirst({ where, select: threadSelect }));
}

export async function findThreads(tx: Tx, where: Prisma.ThreadWhereInput, take: number) {
  const orderBy = [{ rank: "asc" as const }, { id: "asc" as const }];
  const rows = await tx.thread.findMany({ where, orderBy, take, select: { ...threadSelect, rank: true } });
  return readThreads(tx, rows);
}

/** Limit of messages per page. */
const MOST_MESSAGES = 300;

/** In order; the latest of a long thread. */
export async function findMessages(tx: Tx, threadId: string) {
  const last = await tx.threadMessage.findMany({
    where: { threadId },
    orderBy: { number: "desc" },
    take: MOST_MESSAGES,
    select: {
      number: true,
      side: true,
      kind: true,
      authorId: true,
      authorName: true,
      text: true,
      sentAt: true,
    },
  });
  return last.reverse();
}

export function statusColumns(status: ThreadStatus) {
  const { state, since, lastAt } = status;
  return { state, since: new Date(since), lastAt: new Date(lastAt), rank: rankOf(status) };
}

/** Number of the last message read; 0 for an unopened thread. */
export async function findReadTo(tx: Tx, threadId: string, readerId: string): Promise<number> {
  const mark = await tx.threadRead.findFirst({ where: { threadId, readerId }, select: { readTo: true } });
  return mark?.readTo ?? 0;
}

/** Excludes own messages. */
export async function countUnread(tx: Tx, threadIds: readonly string[], readerId: string) {
  const rows = await tx.$queryRaw<{ id: string; unread: number }[]>`
    SELECT m.thread_id AS id, count(*)::int AS unread FROM thread_message m
    LEFT JOIN thread_read r ON r.thread_id = m.thread_id AND r.reader_id = ${readerId}::uuid
    WHERE m.thread_id = ANY (${[...threadIds]}::uuid[]) AND m.author_id <> ${readerId}::uuid
      AND m.number > coalesce(r.read_to, 0)
    GROUP BY m.thread_id`;
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}

type ThreadOwner = {
  /** Limits the threads to these controllers; absent for all. */
  controllerIds?: readonly string[];
  /** Past instant; null for now. */
  at?: Date | null;
};

/** Threads by subject and controller, without database ids. */
export async function findMessagesAbout(
  tx: Tx,
  noun: ThreadNoun,
  subjectIds: readonly string[],
  { controllerIds = [], at = null }: ThreadOwner = {},
) {
  const until = at ? { sentAt: { lte: at } } : {};
  const threads = await tx.thread.findMany({
    where: {
      subjectNoun: noun,
      subjectId: { in: [...subjectIds] },
      ...(controllerIds.length > 0 ? { controllerId: { in: [...controllerIds] } } : {}),
      messages: { some: until },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      subjectId: true,
      controller: { select: { legalName: true } },
      messages: {
        where: until,
        orderBy: { number: "asc" },
        select: { number: true, side: true, kind: true, authorName: true, text: true, sentAt: true },
      },
    },
  });
  const stated = new Map<string, ThreadWithMessages[]>();
  for (const { subjectId, controller, messages } of threads)
    stated.set(subjectId, [
      ...(stated.get(subjectId) ?? []),
      { controller: controller.legalName, messages: messages.map(flattenMessage) },
    ]);
  return stated;
}

type ThreadWithMessages = { controller: string; messages: ReturnType<typeof flattenMessage>[] };
type Message = { number: number; side: string; kind: string; authorName: string; text: string; sentAt: Date };

function flattenMessage({ sentAt, authorName, ...values }: Message) {
  return { ...values, author: authorName, saidAt: sentAt.toISOString() };
}

/** For subjects with a single controller. */
export function describeThreads(threads: readonly ThreadWithMessages[] = []) {
  return threads.flatMap(({ messages }) => messages);
}
