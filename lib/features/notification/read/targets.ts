import { rowOfTask, TASK_NOUNS, type TaskNoun } from "@/lib/domain/assignment/rows";
import type { JournalText } from "@/lib/domain/journal/event";
import type { SubjectNoun } from "@/lib/domain/nouns/events";
import { findTaskRows, pathOfRow } from "@/lib/features/assignment/read/task-rows";
import { rowsOfNotes } from "@/lib/features/internal-note/read/named-entries";
import type { Reader } from "@/lib/platform/read/reader";

type Entry = Pick<JournalText, "subject" | "after">;
type Row = { noun: TaskNoun; id: string };

/** Pages of what has no sheet of its own below one address. */
const PAGES: Partial<Record<SubjectNoun, string>> = {
  journal: "/journal",
  dossier: "/dossiers",
  audit: "/auditors",
  member: "/members",
  obligation: "/obligations",
  assignment: "/obligations",
};

/** Nouns whose rows are shown on the sheet of another. */
const WITHOUT_SHEET: readonly SubjectNoun[] = ["breach-notice", "contact", "internal-note", "assignment"];

/**
 * Finds where each entry leads, below its organisation's address: the sheet of its row, else of the row that it belongs to, else
 * the list of its kind. Null where none of them is known.
 */
export async function findTargets(reader: Reader, entries: readonly Entry[]): Promise<(string | null)[]> {
  const belongsTo = await findOwners(reader, entries);
  const found = (entry: Entry) => ownRow(entry) ?? belongsTo.get(entry.subject.id ?? "") ?? null;
  const rows = await findTaskRows(
    reader,
    entries.flatMap((entry) => found(entry) ?? []),
  );
  const paths = new Map(rows.map((row) => [`${row.noun} ${row.id}`, pathOfRow(row)]));
  return entries.map((entry) => {
    const row = found(entry);
    const path = row && paths.get(`${row.noun} ${row.id}`);
    if (path) return path;
    const { noun, id } = entry.subject;
    return noun === "mail" && id ? `/outbox/${id}` : (PAGES[noun] ?? null);
  });
}

/** The row that an entry is about by itself; a reminder names the noun of its row by the kind of its date. */
function ownRow({ subject: { noun, id }, after }: Entry): Row | null {
  const kind = after?.kind;
  const named = noun === "obligation" && typeof kind === "string" ? kind.split(".")[0] : noun;
  return rowOf(named, id);
}

/** A row of a noun without a sheet, and what it belongs to: a row of a noun, or the line that was assigned. */
type Owner = { id: string; noun: string; owner: string };

/** Rows that notices, contacts, notes and assigned lines belong to, by the id of each, in one statement; none for none. */
async function findOwners(reader: Reader, entries: readonly Entry[]): Promise<Map<string, Row>> {
  const ids = entries.flatMap(({ subject }) =>
    WITHOUT_SHEET.includes(subject.noun) && subject.id ? [subject.id] : [],
  );
  if (ids.length === 0) return new Map();
  const owners = await reader.$queryRaw<Owner[]>`
    SELECT id, 'breach' AS noun, breach_id::text AS owner FROM breach_notice WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, 'controller', controller_id::text FROM controller_contact WHERE id = ANY (${ids}::uuid[])
    UNION ALL ${rowsOfNotes(ids)}
    UNION ALL SELECT id, 'line', line FROM assignment_fact WHERE id = ANY (${ids}::uuid[])`;
  return new Map(
    owners.flatMap(({ id, noun, owner }): [string, Row][] => {
      const row = noun === "line" ? rowOfLine(owner) : rowOf(noun, owner);
      return row ? [[id, row]] : [];
    }),
  );
}

/** Row of an assigned line: one that somebody follows, or that a duty, "contract.notice <row>", is about. */
function rowOfLine(line: string): Row | null {
  const [kind = "", id = ""] = line.split(" ");
  return rowOfTask(line) ?? rowOf(kind.split(".")[0], id);
}

function rowOf(named: string | undefined, id: string | null): Row | null {
  const noun = TASK_NOUNS.find((one) => one === named);
  return noun && id ? { noun, id } : null;
}
