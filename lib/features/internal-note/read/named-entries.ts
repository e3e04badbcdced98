import { Prisma } from "@/lib/generated/prisma/client";

/**
 * Condition that an entry of the journal, `t`, is of a note that names a member: by its first text where it was written; by a
 * later text alone, and not by the first, where it was corrected. It reads no text.
 */
export function namesMember(memberId: string): Prisma.Sql {
  const named = (number: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM internal_note n
    JOIN internal_note_mention x ON x.org_id = n.org_id AND x.line_id = n.id
    WHERE n.note_id = t.subject_id::uuid AND n.number ${number} AND x.member_id = ${memberId}::uuid)`;
  return Prisma.sql`CASE t.event
    WHEN 'internal-note.written' THEN ${named(Prisma.sql`= 1`)}
    ELSE ${named(Prisma.sql`> 1`)} AND NOT ${named(Prisma.sql`= 1`)} END`;
}

/** Selects the row that each note is about: `id`, the noun and the id of the row. */
export function rowsOfNotes(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT id, subject_noun, subject_id::text FROM internal_note WHERE id = ANY (${ids}::uuid[])`;
}
