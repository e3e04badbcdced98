import "server-only";
import { forbidden } from "next/navigation";
import { readEntry } from "@/lib/domain/journal/event";
import { lastOf } from "@/lib/domain/invariant/required";
import { kindOfEvent, readableKinds } from "@/lib/domain/notification/kinds";
import { can } from "@/lib/domain/nouns/policy";
import { notificationQuerySchema } from "@/lib/features/notification/read/list";
import {
  countUnread,
  findDeliveries,
  findNotifications,
  findOwnAddress,
  MOST_COUNTED,
} from "@/lib/features/notification/read/queries";
import { findTargets } from "@/lib/features/notification/read/targets";
import type { Search } from "@/lib/forms/list-query";
import { PAGE_SIZE, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";

export { NOTIFICATION_VIEWS } from "@/lib/features/notification/read/list";

/** Counts what the bell of each page shows, in one statement. */
export async function countUnreadNotifications(slug: string) {
  const ctx = await requireStaff(slug);
  return countUnread(readerFor(ctx.scope), ctx);
}

export type ShownNotification = Awaited<ReturnType<typeof loadNotifications>>["rows"][number];

/** Loads a page of one's own notifications, and the kinds that one may choose. */
export async function loadNotifications(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "notification.read")) forbidden();
  const query = notificationQuerySchema.parse(search);
  const reader = readerFor(ctx.scope);
  const before = /^\d{1,15}$/.test(query.after) ? Number(query.after) : undefined;
  const asked = { isUnread: query.view === "unread", before, ...(query.kind !== "" && { kind: query.kind }) };
  const [found, deliveries, address, unread] = await Promise.all([
    findNotifications(reader, ctx, { ...asked, take: ROWS_ASKED }),
    findDeliveries(reader, ctx.actor.memberId),
    findOwnAddress(reader, ctx.actor.memberId),
    countUnread(reader, ctx),
  ]);
  const read = found.slice(0, PAGE_SIZE).flatMap(({ seq, recordedAt, text, isUnread }) => {
    const entry = readEntry(text);
    const kind = entry && kindOfEvent(entry.event);
    return entry && kind ? [{ seq, at: recordedAt.getTime(), isUnread, entry, kind }] : [];
  });
  const targets = await findTargets(
    reader,
    read.map(({ entry }) => entry),
  );
  return {
    query,
    rows: read.map(({ entry: { event, subject, actor }, ...row }, index) => ({
      ...row,
      event,
      label: subject.label ?? "",
      actor: { kind: actor.kind, name: actor.name ?? "" },
      path: targets[index] ?? null,
    })),
    next: found.length > PAGE_SIZE ? String(lastOf(found.slice(0, PAGE_SIZE)).seq) : null,
    counts: { unread: Math.min(unread, MOST_COUNTED) },
    hasUnread: unread > 0,
    kinds: readableKinds(ctx.actor).map((kind) => ({ kind, delivery: deliveries.get(kind) ?? "shown" })),
    address,
    /** Number of the newest entry on the first page: what came later stays unread. */
    newest: before === undefined ? (read[0]?.seq ?? null) : null,
  };
}
