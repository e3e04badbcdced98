import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { entryOf } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { THREAD_SUBJECTS, type ThreadNoun } from "@/lib/domain/thread/subjects";
import type { Search } from "@/lib/forms/list-query";
import { findSeatZone } from "@/lib/platform/controller-zone";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { findNarrowedTo } from "@/lib/platform/read/of-controller";
import type { ContactCtx } from "@/lib/platform/request/context";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { refuseInPortal, requireContact, requireStaff } from "@/lib/platform/request/request-session";
import {
  findConversation,
  findConversationById,
  type Conversation,
} from "@/lib/features/thread/read/conversation";
import { countUnread, findThreads } from "@/lib/features/thread/read/queries";
import { findThreadPage, threadQuerySchema } from "@/lib/features/thread/read/list";
import { findAskable, findThreadSubjects } from "@/lib/features/thread/read/subject";

export type { Conversation } from "@/lib/features/thread/read/conversation";

/** Limit of threads, beyond one controller's contacts. */
const MOST_IN_PORTAL = 300;

/** Sorts threads awaiting an answer first, with unread counts. */
export async function loadThreads(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const query = threadQuerySchema.parse(search);
  return readInScope(ctx.scope, async (tx) => {
    const { rows, next, counts } = await findThreadPage(tx, query);
    const [subjects, unread] = await Promise.all([
      findThreadSubjects(tx, rows),
      countUnread(
        tx,
        rows.map(({ id }) => id),
        ctx.actor.memberId,
      ),
    ]);
    const shown = rows.map(
      ({ id, subjectId, subjectNoun, controller, state, since, lastAt, messageCount }) => ({
        id,
        state,
        messageCount,
        noun: subjectNoun,
        reference: subjects.get(subjectId)?.reference ?? "",
        title: subjects.get(subjectId)?.title ?? "",
        controller: controller.legalName,
        since: since.getTime(),
        lastAt: lastAt.getTime(),
        unread: unread.get(id) ?? 0,
      }),
    );
    return { rows: shown, query, counts, next, narrowedTo: await findNarrowedTo(tx, query) };
  });
}

/** Null where the subject is absent, has no controller or may not be read. */
export async function loadConversation(slug: string, noun: ThreadNoun, id: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success || !can(ctx.actor, THREAD_SUBJECTS[noun].read)) return null;
  return readInScope(ctx.scope, (tx) => findConversation(tx, ctx, { noun, id }));
}

/** Cached per request. */
export const loadThread = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, (tx) => findConversationById(tx, ctx, id));
  return found ?? notFound();
});

export async function loadPortalThreads(contact: string) {
  const ctx = await requireContact(contact);
  return readInScope(ctx.scope, async (tx) => {
    const [rows, askable] = await Promise.all([
      findThreads(tx, {}, MOST_IN_PORTAL),
      can(ctx.actor, "thread.write") ? findAskable(tx) : [],
    ]);
    const [subjects, unread, zone] = await Promise.all([
      findThreadSubjects(tx, rows),
      countUnread(
        tx,
        rows.map(({ id }) => id),
        ctx.actor.contactId,
      ),
      findSeatZone(tx, ctx.actor.controllerId),
    ]);
    return {
      rows: rows
        .filter(({ subjectId }) => subjects.has(subjectId))
        .map(({ id, state, since, lastAt, subjectId }) => ({
          id,
          state,
          subject: entryOf(subjects, subjectId),
          since: since.getTime(),
          lastAt: lastAt.getTime(),
          unread: unread.get(id) ?? 0,
        })),
      subjects: askable,
      zone,
    };
  });
}

export async function loadPortalConversation(contact: string, noun: ThreadNoun, id: string) {
  const ctx = await requireContact(contact);
  const found = await readInScope(ctx.scope, (tx) => findConversation(tx, ctx, { noun, id }));
  return recordThreadAccess(ctx, found);
}

/** Cached per request. */
export const loadPortalThread = cache(async (contact: string, id: string) => {
  const ctx = await requireContact(contact);
  const isId = z.uuid().safeParse(id).success;
  const found = isId ? await readInScope(ctx.scope, (tx) => findConversationById(tx, ctx, id)) : null;
  return (await recordThreadAccess(ctx, found)) ?? refuseInPortal(ctx, "thread", id);
});

/** Logs access wherever messages are shown; none without messages. */
async function recordThreadAccess(
  ctx: ContactCtx,
  of: Conversation | null,
): Promise<(Conversation & { isDisputed: boolean }) | null> {
  const shown = of?.thread && { noun: "thread" as const, id: of.thread.id, label: of.subject.reference };
  const { isDisputed } = shown ? await recordPageAccess(ctx, shown) : { isDisputed: false };
  return of && { ...of, isDisputed };
}
