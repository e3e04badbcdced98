import { z } from "zod";
import type { Choice } from "@/lib/domain/choice/choices";
import type { PersonRefusal } from "@/lib/domain/consultation/person-line";
import { cursorField } from "@/lib/forms/list-query";
import { IS_STANDING } from "@/lib/features/choice/read/standing";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { keysIn, ROWS_ASKED } from "@/lib/platform/read/list-page";

const MOST_FILES = 100;

/** Counts of a consultation's persons, each of the rows themselves; who is revoked or erased is reached no more. */
export type PeopleCounts = Record<
  "all" | "toWrite" | "toCall" | "queued" | "handed" | "revoked" | "answered",
  number
>;

export async function countPeople(tx: Tx, id: string): Promise<PeopleCounts> {
  const [row] = await tx.$queryRaw<[PeopleCounts]>`
    SELECT count(*)::int AS all,
      count(*) FILTER (WHERE p.has_email AND p.revoked_at IS NULL AND p.contact_sealed IS NOT NULL)::int AS "toWrite",
      count(*) FILTER (WHERE p.has_number AND p.revoked_at IS NULL AND p.contact_sealed IS NOT NULL)::int AS "toCall",
      count(*) FILTER (WHERE p.letter_id IS NOT NULL)::int AS queued,
      count(*) FILTER (WHERE p.handed_at IS NOT NULL)::int AS handed,
      count(*) FILTER (WHERE p.revoked_at IS NOT NULL)::int AS revoked,
      count(*) FILTER (WHERE EXISTS (SELECT FROM choice c
        WHERE c.org_id = p.org_id AND c.consultation_person_id = p.id))::int AS answered
    FROM consultation_person p WHERE p.consultation_id = ${id}::uuid`;
  return row;
}

/** Persons of a consultation as they were known at an instant, and those whose link had left by letter or dialler. */
export type PeopleAt = Record<"people" | "sent" | "revoked" | "answered", number>;

export async function countPeopleAt(tx: Tx, id: string, at: Date): Promise<PeopleAt> {
  const [row] = await tx.$queryRaw<[PeopleAt]>`
    SELECT count(*)::int AS people,
      count(*) FILTER (WHERE p.handed_at <= ${at} OR l.created_at <= ${at})::int AS sent,
      count(*) FILTER (WHERE p.revoked_at <= ${at})::int AS revoked,
      count(*) FILTER (WHERE EXISTS (SELECT FROM choice c WHERE c.org_id = p.org_id
        AND c.consultation_person_id = p.id AND c.recorded_at <= ${at}))::int AS answered
    FROM consultation_person p
    LEFT JOIN outbox_mail l ON l.org_id = p.org_id AND l.id = p.letter_id
    WHERE p.consultation_id = ${id}::uuid AND p.added_at <= ${at}`;
  return row;
}

/** Choices of one question, by what each person said last. */
export type AnswerCount = Pick<Choice, "act" | "purpose" | "country"> & {
  allowed: number;
  refused: number;
  /** Agreed before, art. 7(3). */
  withdrawn: number;
  /** Agreements of children that await their authorisation, art. 8(1). */
  awaiting: number;
};

/** Counts what was recorded until an instant and not taken back by then, or all. */
export async function countAnswers(tx: Tx, id: string, at?: Date): Promise<AnswerCount[]> {
  const known = at ? Prisma.sql`AND c.recorded_at <= ${at}` : Prisma.empty;
  const stood = at
    ? Prisma.sql`c.corrects_id IS NULL AND NOT EXISTS (SELECT FROM choice x
        WHERE x.org_id = c.org_id AND x.corrects_id = c.id AND x.recorded_at <= ${at})`
    : IS_STANDING;
  return tx.$queryRaw<AnswerCount[]>`
    SELECT l.act, l.purpose, l.country, count(*) FILTER (WHERE l.outcome = 'allowed')::int AS allowed,
      count(*) FILTER (WHERE l.outcome = 'refused')::int AS refused,
      count(*) FILTER (WHERE l.outcome = 'withdrawn')::int AS withdrawn,
      count(*) FILTER (WHERE l.outcome = 'awaiting')::int AS awaiting
    FROM (SELECT DISTINCT ON (c.consultation_person_id, c.act, c.purpose, c.country) c.act, c.purpose,
        c.country, c.outcome
      FROM choice c JOIN consultation_person p ON p.org_id = c.org_id AND p.id = c.consultation_person_id
      WHERE p.consultation_id = ${id}::uuid AND ${stood} ${known}
      ORDER BY c.consultation_person_id, c.act, c.purpose, c.country, c.decided_at DESC, c.outcome = 'allowed', c.id DESC) l
    GROUP BY l.act, l.purpose, l.country`;
}

export async function findFiles(tx: Tx, consultationId: string) {
  const rows = await tx.consultationFile.findMany({
    where: { consultationId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: MOST_FILES,
    select: {
      id: true,
      sha256: true,
      lineCount: true,
      addedCount: true,
      knownCount: true,
      skippedCount: true,
      recordedAt: true,
      authorName: true,
    },
  });
  return rows.map(({ recordedAt, ...row }) => ({
    ...row,
    recordedAt: recordedAt.getTime(),
    refusedCount: row.lineCount - row.addedCount - row.knownCount - row.skippedCount,
  }));
}

export type RefusedPeopleLines = Partial<Record<PersonRefusal, number[]>>;

/** Numbers of the lines of a file that were refused, by reason. */
export async function findRefusedPeople(tx: Tx, id: string): Promise<RefusedPeopleLines | null> {
  const row = await tx.consultationFile.findFirst({ where: { id }, select: { refusedLines: true } });
  return row && (row.refusedLines as RefusedPeopleLines);
}

export const peopleQuerySchema = z.object({
  after: cursorField,
  /** Beginning of a key, as the list shows it. */
  key: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{0,64}$/)
    .catch(""),
});
type PeopleQuery = z.output<typeof peopleQuerySchema>;

const cursorSchema = z.tuple([z.coerce.number(), z.uuid()]);

export type ListedPerson = {
  id: string;
  person: string;
  language: string;
  /** Milliseconds; 0 while nothing is answered. */
  answeredAt: number;
  revokedAt: Date | null;
};

/** Persons by key alone, the last to answer first. Returns one extra row, to detect a next page. */
export function findPeople(tx: Tx, id: string, { after, key }: PeopleQuery): Promise<ListedPerson[]> {
  const last = keysIn(after, cursorSchema);
  const beyond = last
    ? Prisma.sql`AND (l."answeredAt" < ${last[0]} OR (l."answeredAt" = ${last[0]} AND l.id > ${last[1]}::uuid))`
    : Prisma.empty;
  const alike = key === "" ? Prisma.empty : Prisma.sql`AND starts_with(l.person, ${key})`;
  return tx.$queryRaw`
    SELECT l.* FROM (
      SELECT p.id, encode(p.person_key, 'hex') AS person, p.language, p.revoked_at AS "revokedAt",
        coalesce((SELECT floor(extract(epoch FROM max(c.decided_at)) * 1000) FROM choice c
          WHERE c.org_id = p.org_id AND c.consultation_person_id = p.id), 0)::float8 AS "answeredAt"
      FROM consultation_person p WHERE p.consultation_id = ${id}::uuid) AS l
    WHERE true ${alike} ${beyond}
    ORDER BY l."answeredAt" DESC, l.id LIMIT ${ROWS_ASKED}`;
}

export function findPerson(tx: Tx, consultationId: string, id: string) {
  return tx.consultationPerson.findFirst({
    where: { id, consultationId },
    select: { personKey: true, revokedAt: true },
  });
}
