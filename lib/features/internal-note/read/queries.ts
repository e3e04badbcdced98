import type { TaskNoun } from "@/lib/domain/assignment/rows";
import type { Nameable } from "@/lib/domain/internal-note/mentions";
import type { NoteLine } from "@/lib/domain/internal-note/notes";
import { Prisma } from "@/lib/generated/prisma/client";
import type { NoteRow } from "@/lib/features/internal-note/schema";
import type { Reader } from "@/lib/platform/read/reader";

type LineRow = Omit<NoteLine, "recordedAt"> & { recordedAt: Date };

const COLUMNS = Prisma.sql`n.id, n.note_id AS "noteId", n.number, n.act, n.label, n.text, n.recorded_at AS "recordedAt",
  n.author_id AS "authorId", n.author_name AS "authorName"`;

const linesOf = (rows: readonly LineRow[]): NoteLine[] =>
  rows.map(({ recordedAt, ...line }) => ({ ...line, recordedAt: recordedAt.getTime() }));

/** Lines of every note on a row; on a controller, also those on the controllers that were merged into it. */
export async function findNoteLines(reader: Reader, { noun, id }: NoteRow): Promise<NoteLine[]> {
  const merged =
    noun === "controller"
      ? Prisma.sql`OR n.subject_id IN (SELECT c.id FROM controller c
          WHERE c.org_id = (SELECT app_org()) AND c.merged_into_id = ${id}::uuid)`
      : Prisma.empty;
  return linesOf(
    await reader.$queryRaw<LineRow[]>`
      SELECT ${COLUMNS} FROM internal_note n
      WHERE n.org_id = (SELECT app_org()) AND n.subject_noun = ${noun} AND (n.subject_id = ${id}::uuid ${merged})`,
  );
}

/** A note's own row, and its lines. */
export async function findNote(
  reader: Reader,
  noteId: string,
): Promise<{ row: NoteRow; lines: NoteLine[] } | null> {
  const rows = await reader.$queryRaw<(LineRow & { subjectNoun: TaskNoun; subjectId: string })[]>`
    SELECT ${COLUMNS}, n.subject_noun AS "subjectNoun", n.subject_id AS "subjectId" FROM internal_note n
    WHERE n.org_id = (SELECT app_org()) AND n.note_id = ${noteId}::uuid`;
  const [first] = rows;
  if (!first) return null;
  const row = { noun: first.subjectNoun, id: first.subjectId };
  return {
    row,
    lines: linesOf(rows.map(({ subjectNoun: _noun, subjectId: _id, ...line }) => line)),
  };
}

/** Members, those who left among them. */
export async function findNameable(reader: Reader): Promise<Nameable[]> {
  return reader.$queryRaw<Nameable[]>`
    SELECT m.id, m.name, m.ended_at IS NOT NULL AS "isEnded" FROM member m
    WHERE m.org_id = (SELECT app_org()) ORDER BY m.name COLLATE "fr-x-icu", m.id`;
}

/** Members whom a line names, and when each read it. */
export async function findNamedIn(reader: Reader, lineId: string): Promise<Map<string, Date | null>> {
  const rows = await reader.$queryRaw<{ memberId: string; readAt: Date | null }[]>`
    SELECT m.member_id AS "memberId", m.read_at AS "readAt" FROM internal_note_mention m
    WHERE m.org_id = (SELECT app_org()) AND m.line_id = ${lineId}::uuid`;
  return new Map(rows.map(({ memberId, readAt }) => [memberId, readAt]));
}

export type Mention = {
  id: string;
  noun: TaskNoun;
  /** The row as it was called when the note was written. */
  label: string;
  text: string;
  authorName: string;
  recordedAt: number;
};

/** Lists what a member has not read of the notes that name them, as they stand now, the youngest first. */
export async function findMentions(reader: Reader, memberId: string): Promise<Mention[]> {
  const rows = await reader.$queryRaw<(Omit<Mention, "recordedAt"> & { recordedAt: Date })[]>`
    SELECT m.id, n.subject_noun AS noun, n.label, n.text, n.author_name AS "authorName", n.recorded_at AS "recordedAt"
    FROM internal_note_mention m JOIN internal_note n ON n.org_id = m.org_id AND n.id = m.line_id
    WHERE m.org_id = (SELECT app_org()) AND m.member_id = ${memberId}::uuid AND m.read_at IS NULL
      AND NOT EXISTS (SELECT FROM internal_note l
        WHERE l.org_id = n.org_id AND l.note_id = n.note_id AND l.number > n.number)
    ORDER BY n.recorded_at DESC, n.id DESC`;
  return rows.map(({ recordedAt, ...mention }) => ({ ...mention, recordedAt: recordedAt.getTime() }));
}
