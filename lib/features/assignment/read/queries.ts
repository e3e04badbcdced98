import type { Absence, Member, Staff } from "@/lib/domain/assignment/absence";
import type { AssignmentFact } from "@/lib/domain/assignment/assignment";
import type { LastFact } from "@/lib/domain/assignment/book";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";

type FactRow = Omit<AssignmentFact, "recordedAt"> & { recordedAt: Date };
/** Review of an entry: the one duty whose done lines are read along an index, and not with the others. */
type Reviewed = { reviewedOn: string | null; changedAt: Date | null };

const COLUMNS = Prisma.sql`f.line, f.number, f.act, f.member_id AS "memberId", f.member_name AS "memberName",
  f.until_on AS "untilOn", f.word, f.label, f.recorded_at AS "recordedAt", f.author_name AS "authorName"`;

/** The last act on every line that somebody was ever asked to do. */
export async function findLastFacts(reader: Reader): Promise<LastFact[]> {
  const rows = await reader.$queryRaw<(FactRow & Reviewed)[]>`
    SELECT f.*, r.reviewed_on AS "reviewedOn", r.updated_at AS "changedAt" FROM (
      SELECT DISTINCT ON (f.line) f.org_id, ${COLUMNS} FROM assignment_fact f ORDER BY f.line, f.number DESC) AS f
    LEFT JOIN processing_record r ON r.org_id = f.org_id
      AND r.id = CASE WHEN f.line LIKE 'record.review %' THEN split_part(f.line, ' ', 2)::uuid END`;
  return rows.map(({ recordedAt, changedAt, ...row }) => ({
    ...row,
    recordedAt: recordedAt.getTime(),
    rowChangedAt: changedAt?.getTime() ?? null,
  }));
}

/** Every act on one line, the last first. */
export async function findFactsOf(reader: Reader, line: string): Promise<AssignmentFact[]> {
  const rows = await reader.$queryRaw<FactRow[]>`
    SELECT ${COLUMNS} FROM assignment_fact f WHERE f.line = ${line} ORDER BY f.number DESC`;
  return rows.map(({ recordedAt, ...row }) => ({ ...row, recordedAt: recordedAt.getTime() }));
}

type AbsenceRow = Absence & { memberId: string };

/** Members, those who left among them, and the last absence that each of them has. */
export async function findStaff(reader: Reader, today: string): Promise<Staff> {
  const [members, absences] = await Promise.all([
    reader.$queryRaw<Member[]>`
      SELECT id, name, role, ended_at IS NOT NULL AS "isEnded" FROM member
      WHERE org_id = (SELECT app_org()) ORDER BY name COLLATE "fr-x-icu", id`,
    reader.$queryRaw<AbsenceRow[]>`
      SELECT DISTINCT ON (member_id) member_id AS "memberId", from_on AS "fromOn", until_on AS "untilOn",
        substitute_id AS "substituteId"
      FROM member_absence ORDER BY member_id, recorded_at DESC, id DESC`,
  ]);
  return {
    members: new Map(members.map((member) => [member.id, member])),
    absences: new Map(absences.map(({ memberId, ...absence }) => [memberId, absence])),
    today,
  };
}
