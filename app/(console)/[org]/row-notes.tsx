import { RowNotesPart } from "@/components/internal-note/row-notes-part";
import type { TaskNoun } from "@/lib/domain/assignment/rows";
import { loadRowNotes } from "@/lib/features/internal-note/loaders";

/** Notes of the staff below the sheet of one row, in one statement. */
export async function RowNotes({ org, noun, id }: { org: string; noun: TaskNoun; id: string }) {
  const loaded = await loadRowNotes(org, { noun, id });
  return loaded && <RowNotesPart at={`/${org}/internal-notes/${noun}/${id}`} {...loaded} />;
}
