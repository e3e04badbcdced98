import type { PageReader } from "./reader";

/** Changes after a head of the journal, as its entries tell them. */
export type JournalChanges = {
  /** Nouns of the entries. */
  nouns: ReadonlySet<string>;
  events: ReadonlySet<string>;
  /** Ids of subjects by noun. */
  subjects: ReadonlyMap<string, readonly string[]>;
  /** Instants of the acts: what an act wrote has its instant. */
  instants: readonly Date[];
};

export const NO_CHANGES: JournalChanges = {
  nouns: new Set(),
  events: new Set(),
  subjects: new Map(),
  instants: [],
};

/** Limits the entries that are followed: after more of them a value is computed anew. */
const MOST = 200;

type Row = { event: string | null; noun: string | null; subjectId: string | null; at: string | null };

/** Reads what changed after a head; null where there is too much of it, or the text of an entry was cleared. */
export async function findJournalChanges(reader: PageReader, since: string): Promise<JournalChanges | null> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT event, noun, subject_id AS "subjectId", text::jsonb ->> 'at' AS at FROM journal_text
    WHERE seq > ${since}::bigint ORDER BY seq LIMIT ${MOST + 1}`;
  if (rows.length > MOST || rows.some(({ noun, at }) => noun === null || at === null)) return null;
  const subjects = new Map<string, string[]>();
  for (const { noun, subjectId } of rows)
    if (noun !== null && subjectId !== null) subjects.set(noun, [...(subjects.get(noun) ?? []), subjectId]);
  return {
    nouns: new Set(rows.flatMap(({ noun }) => noun ?? [])),
    events: new Set(rows.flatMap(({ event }) => event ?? [])),
    subjects,
    instants: [...new Set(rows.flatMap(({ at }) => at ?? []))].map((at) => new Date(at)),
  };
}
