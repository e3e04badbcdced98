import type { StaffActor } from "@/lib/domain/access/actor";
import {
  eventsOfKinds,
  NOTIFICATION_DAYS,
  NOTIFICATION_KINDS,
  type NotificationKind,
  readableKinds,
} from "@/lib/domain/notification/kinds";
import { namesMember } from "@/lib/features/internal-note/read/named-entries";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";

/** Unread notifications are counted up to this number, beyond which a count says no more. */
export const MOST_COUNTED = 99;

const DAY_MS = 24 * 60 * 60 * 1000;

export type NotificationReader = { actor: StaffActor; now: Date };

/** `isUnread` narrows to what was not read, `kind` to one kind, `before` to entries older than a number. */
type Asked = { isUnread: boolean; kind?: NotificationKind; before?: number };

/** Counts the unread notifications of a member, at most one more than `MOST_COUNTED`. */
export async function countUnread(reader: Reader, of: NotificationReader): Promise<number> {
  const [row] = await reader.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS "count" FROM (SELECT ${fromEntries(of, { isUnread: true })}
      LIMIT ${MOST_COUNTED + 1}) AS n`;
  return row.count;
}

export type FoundNotification = { seq: number; recordedAt: Date; text: string; isUnread: boolean };

/** Finds notifications of a member, the newest first. */
export function findNotifications(
  reader: Reader,
  of: NotificationReader,
  { take, ...asked }: Asked & { take: number },
): Promise<FoundNotification[]> {
  return reader.$queryRaw<FoundNotification[]>`
    SELECT t.seq::float8 AS seq, e.recorded_at AS "recordedAt", t.text,
      t.seq > coalesce(r.up_to_seq, 0) AND NOT t.seq = ANY (coalesce(r.read_seqs, '{}')) AS "isUnread"
    ${fromEntries(of, asked)}
    ORDER BY t.seq DESC LIMIT ${take}`;
}

/** Finds which kinds a member chose not to be shown. */
export async function findHiddenKinds(reader: Reader, memberId: string): Promise<string[]> {
  const [row] = await reader.$queryRaw<{ hiddenKinds: string[] }[]>`
    SELECT hidden_kinds AS "hiddenKinds" FROM notification_reading WHERE member_id = ${memberId}::uuid`;
  return row?.hiddenKinds ?? [];
}

/**
 * Entries that are notifications of a member: of kinds that the role may read and the member did not hide, within
 * `NOTIFICATION_DAYS` and since the member joined, and by somebody else. What is assigned, and a note that names somebody,
 * goes to that member alone.
 */
function fromEntries({ actor, now }: NotificationReader, { isUnread, kind, before }: Asked): Prisma.Sql {
  const kinds = readableKinds(actor).filter((one) => kind === undefined || one === kind);
  const events = kinds.flatMap((one) => NOTIFICATION_KINDS[one].events.map((event) => ({ one, event })));
  const since = new Date(now.getTime() - NOTIFICATION_DAYS * DAY_MS);
  const conditions = [
    Prisma.sql`t.event = ANY (${eventsOfKinds(kinds)})`,
    Prisma.sql`t.event NOT IN (SELECT k.event
      FROM unnest(${events.map(({ one }) => one)}::text[], ${events.map(({ event }) => event)}::text[]) AS k (kind, event)
      WHERE k.kind = ANY (coalesce(r.hidden_kinds, '{}')))`,
    Prisma.sql`t.seq >= s.seq`,
    Prisma.sql`t.text IS NOT NULL`,
    // Others became members before; one's own beginning is no news.
    Prisma.sql`NOT (t.event = 'member.added' AND e.recorded_at <= m.joined_at)`,
    Prisma.sql`t.actor_id IS DISTINCT FROM ${actor.memberId}`,
    addressedTo(actor.memberId),
  ];
  if (isUnread)
    conditions.push(
      Prisma.sql`t.seq > coalesce(r.up_to_seq, 0)`,
      Prisma.sql`NOT t.seq = ANY (coalesce(r.read_seqs, '{}'))`,
    );
  if (before !== undefined) conditions.push(Prisma.sql`t.seq < ${BigInt(before)}`);
  return Prisma.sql`
    FROM member m
    LEFT JOIN notification_reading r ON r.org_id = m.org_id AND r.member_id = m.id
    CROSS JOIN LATERAL (SELECT e.seq FROM journal_entry e
      WHERE e.org_id = m.org_id AND e.recorded_at >= greatest(m.joined_at, ${since})
      ORDER BY e.recorded_at, e.seq LIMIT 1) AS s
    JOIN journal_text t ON t.org_id = m.org_id
    JOIN journal_entry e ON e.org_id = t.org_id AND e.seq = t.seq
    WHERE m.id = ${actor.memberId}::uuid AND ${Prisma.join(conditions, " AND ")}`;
}

/** Tells of what is assigned, and of a note that names somebody, the member concerned alone. */
function addressedTo(memberId: string): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN t.event IN ('assignment.given', 'assignment.handed-on') THEN EXISTS (SELECT FROM assignment_fact f
      WHERE f.id = t.subject_id::uuid AND f.member_id = ${memberId}::uuid)
    WHEN t.noun = 'internal-note' THEN ${namesMember(memberId)}
    ELSE true END`;
}
