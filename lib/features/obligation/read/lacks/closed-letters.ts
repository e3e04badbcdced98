import { todayAtHome, undatedOf, type Duty, type ObligationKind } from "@/lib/domain/obligation/types";
import { COUNTED, type FindLacks } from "./asked";
import { WAITS_AFTER_MS } from "./letters";

/** Most letters that are shown as closed. */
const MOST = 5000;

type Closed = { id: string; kind: ObligationKind; at: Date };

/**
 * Letters that came back or were given up, and left after all; and those that waited until they left. One line for each
 * way and day.
 */
export const findClosedLetters: FindLacks = async (tx, { doneSince, countLetters }) => {
  const rows = await tx.$queryRaw<Closed[]>`
    SELECT m.id, CASE e.kind WHEN 'bounced' THEN 'mail.bounced' ELSE 'mail.given-up' END AS kind, f.recorded_at AS at
    FROM outbox_mail m JOIN outbox_fact f ON f.letter_id = m.id AND f.kind IN ('handed-over', 'delivered')
    CROSS JOIN LATERAL (SELECT b.kind FROM outbox_fact b WHERE b.letter_id = m.id
      AND b.recorded_at < f.recorded_at ORDER BY b.recorded_at DESC, b.id DESC LIMIT 1) AS e
    WHERE m.state IN ('accepted', 'delivered') AND f.recorded_at >= ${doneSince}
      AND e.kind IN ('bounced', 'given-up', 'refused')
    UNION ALL
    SELECT m.id, 'mail.waiting', m.accepted_at FROM outbox_mail m
    WHERE m.accepted_at >= ${doneSince} AND m.accepted_at - m.created_at > ${WAITS_AFTER_MS} * interval '1 millisecond'
      AND NOT EXISTS (SELECT FROM outbox_fact b WHERE b.letter_id = m.id AND b.kind IN ('bounced', 'given-up', 'refused'))
    ORDER BY at DESC LIMIT ${MOST}`;
  return groupByDay(rows).map(({ last, ids, day }): Duty => {
    const path = ids.size === 1 ? `/outbox/${last.id}` : "/outbox";
    const row = { subject: { id: "", reference: "" }, controller: null, path, ...COUNTED };
    const about = countLetters(ids.size);
    return undatedOf(row, last.kind, { about, part: day, doneAt: last.at.getTime() });
  });
};

type Group = { last: Closed; day: string; ids: Set<string> };

/** Groups by way and day at the organisation, each under what was closed last. */
function groupByDay(rows: readonly Closed[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const day = todayAtHome(row.at.getTime());
    const group = groups.get(`${row.kind} ${day}`) ?? { last: row, day, ids: new Set() };
    group.ids.add(row.id);
    groups.set(`${row.kind} ${day}`, group);
  }
  return [...groups.values()];
}
