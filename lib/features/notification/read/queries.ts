import type { StaffActor } from "@/lib/domain/access/actor";
import {
  eventsOfKinds,
  NOTIFICATION_DAYS,
  NOTIFICATION_KIND_NAMES,
  NOTIFICATION_KINDS,
  type NotificationKind,
  readableKinds,
} from "@/lib/domain/notification/kinds";
import type { NotificationDelivery } from "@/lib/domain/notification/delivery";
import { namesMember } from "@/lib/features/internal-note/read/named-entries";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";
import { readStoredLetters } from "./stored-letters";

/** Unread notifications are counted up to this number, beyond which a count says no more. */
export const MOST_COUNTED = 99;

const DAY_MS = 24 * 60 * 60 * 1000;

export type NotificationReader = { actor: StaffActor; now: Date };

/**
 * `isUnread` narrows to what was not read, `kind` to one kind, `before` to entries older than a number, `after` to those of some
 * kinds that are newer than the number of each and that no letter of the same act told the member.
 */
type Asked = {
  isUnread: boolean;
  kind?: NotificationKind;
  before?: number;
  after?: readonly { kind: NotificationKind; seq: number }[];
};

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

/** Finds how a member chose to learn of each kind: in the product, where nothing was chosen. */
export async function findDeliveries(
  reader: Reader,
  memberId: string,
): Promise<ReadonlyMap<NotificationKind, NotificationDelivery>> {
  const [row] = await reader.$queryRaw<{ hiddenKinds: string[]; letters: unknown }[]>`
    SELECT hidden_kinds AS "hiddenKinds", letters FROM notification_reading WHERE member_id = ${memberId}::uuid`;
  const letters = readStoredLetters(row?.letters);
  const deliveryOf = (kind: NotificationKind): NotificationDelivery =>
    row?.hiddenKinds.includes(kind) ? "none" : (letters[kind]?.by ?? "shown");
  return new Map(NOTIFICATION_KIND_NAMES.map((kind) => [kind, deliveryOf(kind)]));
}

/** Finds the address to which a member's letters go. */
export async function findOwnAddress(reader: Reader, memberId: string): Promise<string> {
  const [row] = await reader.$queryRaw<{ email: string }[]>`
    SELECT email FROM member WHERE id = ${memberId}::uuid`;
  return row?.email ?? "";
}

/**
 * Entries that are notifications of a member: of kinds that the role may read and the member did not hide, within
 * `NOTIFICATION_DAYS` and since the member joined, and by somebody else. What is assigned, and a note that names somebody,
 * goes to that member alone.
 */
function fromEntries(
  { actor, now }: NotificationReader,
  { isUnread, kind, before, after }: Asked,
): Prisma.Sql {
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
  if (after) conditions.push(isAfter(after), TOLD_BY_NO_LETTER, ABOUT_NO_NOTIFICATION);
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

function isAfter(kinds: readonly { kind: NotificationKind; seq: number }[]): Prisma.Sql {
  const each = kinds.map(
    ({ kind, seq }) => Prisma.sql`(t.event = ANY (${eventsOfKinds([kind])}) AND t.seq > ${BigInt(seq)})`,
  );
  return each.length > 0 ? Prisma.sql`(${Prisma.join(each, " OR ")})` : Prisma.sql`false`;
}

/** A letter of the same act bears the act's instant, which is a little before its entry, and leads to what the entry is about. */
const TOLD_BY_NO_LETTER = Prisma.sql`NOT EXISTS (SELECT FROM outbox_mail o
  WHERE o.org_id = m.org_id AND o.to_address = m.email
    AND o.created_at BETWEEN e.recorded_at - interval '1 minute' AND e.recorded_at
    AND position(t.subject_id IN o.params ->> 'link') > 0)`;

/** A letter of notifications that did not arrive is told by no other, or each failure would send the next. */
const ABOUT_NO_NOTIFICATION = Prisma.sql`CASE WHEN t.noun = 'mail' THEN NOT EXISTS (SELECT FROM outbox_mail o
  WHERE o.org_id = m.org_id AND o.id = t.subject_id::uuid AND o.template LIKE 'notification-%') ELSE true END`;

/** Tells of what is assigned, and of a note that names somebody, the member concerned alone. */
function addressedTo(memberId: string): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN t.event IN ('assignment.given', 'assignment.handed-on') THEN EXISTS (SELECT FROM assignment_fact f
      WHERE f.id = t.subject_id::uuid AND f.member_id = ${memberId}::uuid)
    WHEN t.noun = 'internal-note' THEN ${namesMember(memberId)}
    ELSE true END`;
}
