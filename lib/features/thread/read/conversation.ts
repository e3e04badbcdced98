import { can } from "@/lib/domain/nouns/policy";
import { THREAD_SUBJECTS } from "@/lib/domain/thread/subjects";
import type { Zone } from "@/lib/domain/time/zones";
import { findSeatZone } from "@/lib/platform/controller-zone";
import type { Ctx } from "@/lib/platform/request/context";
import { readTogether } from "@/lib/platform/read/read-together";
import { canSend } from "@/lib/platform/mail/transport";
import type { Tx } from "@/lib/platform/database/transaction";
import {
  findMessages,
  findReadTo,
  findThread,
  findThreadOf,
  seeing,
  writerOf,
  type ThreadRow,
} from "./queries";
import { findThreadSubject, type ThreadSubject } from "./subject";

const OWN_ZONE: Zone = "Africa/Casablanca";

/** `thread` is null before the first message. */
export type Conversation = Awaited<ReturnType<typeof conversationOf>>;

/** Null where the subject is out of scope. */
export async function findConversation(
  tx: Tx,
  ctx: Ctx,
  of: Pick<ThreadSubject, "noun" | "id">,
): Promise<Conversation | null> {
  const subject = await findThreadSubject(tx, of.noun, of.id);
  return subject && conversationOf(tx, ctx, subject, await findThreadOf(tx, subject));
}

export async function findConversationById(tx: Tx, ctx: Ctx, id: string): Promise<Conversation | null> {
  const thread = await findThread(tx, id);
  const subject = thread && (await findThreadSubject(tx, thread.subjectNoun, thread.subjectId));
  return subject && conversationOf(tx, ctx, subject, thread);
}

async function conversationOf(tx: Tx, ctx: Ctx, subject: ThreadSubject, thread: ThreadRow | null) {
  const reader = writerOf(ctx.actor);
  const { readTo, messages, listeners, zone } = await readTogether({
    readTo: thread && reader ? findReadTo(tx, thread.id, reader.id) : 0,
    messages: thread ? findMessages(tx, thread.id) : [],
    listeners: reader?.side === "staff" ? countListeners(tx, subject.controllerId) : null,
    zone: ctx.actor.kind === "controller-contact" ? findSeatZone(tx, ctx.actor.controllerId) : OWN_ZONE,
  });
  const { noun, id, reference, title } = subject;
  return {
    subject: { noun, id, reference, title, segment: THREAD_SUBJECTS[noun].segment },
    thread: thread && {
      id: thread.id,
      state: thread.state,
      since: thread.since.getTime(),
      messageCount: thread.messageCount,
      controller: thread.controller.legalName,
    },
    messages: messages.map(({ sentAt, authorId, ...message }) => ({
      ...message,
      at: sentAt.getTime(),
      isNew: message.number > readTo && authorId !== reader?.id,
    })),
    mayWrite: can(ctx.actor, "thread.write") && !subject.isDraft,
    /** False where the e-mail of a message would wait; of the portal it is not said. */
    canSend: reader?.side !== "staff" || canSend(),
    /** Number of contacts notified of a message. */
    listeners,
    /** Zone of the reader: that of its seat for a controller, the processor's own for its staff. */
    zone,
  };
}

function countListeners(tx: Tx, controllerId: string): Promise<number> {
  return tx.controllerContact.count({
    where: { ...seeing(controllerId), acceptedAt: { not: null }, endedAt: null },
  });
}
