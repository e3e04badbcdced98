import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";

/** Acts on a note, each a line of its own; the text of all is cleared by the last of them. */
export const NOTE_ACTS = ["written", "corrected", "withdrawn"] as const;
export type NoteAct = (typeof NOTE_ACTS)[number];

export type NoteLine = {
  id: string;
  noteId: string;
  number: number;
  act: NoteAct;
  label: string;
  text: string;
  recordedAt: number;
  authorId: string | null;
  authorName: string;
};

/** A note as its lines leave it. */
export type Note = {
  id: string;
  text: string;
  isWithdrawn: boolean;
  /** The author of its first line, and when it was written. */
  authorId: string | null;
  authorName: string;
  writtenAt: number;
  last: NoteLine;
  /** Texts before the last, the youngest first; none of a note that was withdrawn. */
  former: NoteLine[];
};

/** Makes the notes of their lines, the youngest note first. */
export function notesOf(lines: readonly NoteLine[]): Note[] {
  const byNote = new Map<string, NoteLine[]>();
  for (const line of lines) byNote.set(line.noteId, [...(byNote.get(line.noteId) ?? []), line]);
  return [...byNote.values()]
    .flatMap((of) => noteOf(of) ?? [])
    .sort((one, other) => other.writtenAt - one.writtenAt || (other.id < one.id ? -1 : 1));
}

/** The note of its own lines; null where there is none. */
export function noteOf(lines: readonly NoteLine[]): Note | null {
  const [last, ...before] = [...lines].sort((one, other) => other.number - one.number);
  if (!last) return null;
  const first = before.at(-1) ?? last;
  const isWithdrawn = last.act === "withdrawn";
  return {
    id: last.noteId,
    text: last.text,
    isWithdrawn,
    authorId: first.authorId,
    authorName: first.authorName,
    writtenAt: first.recordedAt,
    last,
    former: isWithdrawn ? [] : before,
  };
}

/** Names who changes a note: a steward, who is an owner or the DPO, withdraws those of others too. */
export type Changing = { id: string; isSteward: boolean };

export function mayCorrect(note: Note, by: Changing): boolean {
  return !note.isWithdrawn && note.authorId === by.id;
}

export function mayWithdraw(note: Note, by: Changing): boolean {
  return !note.isWithdrawn && (note.authorId === by.id || by.isSteward);
}

/** Allows a change of what the page showed, or says why not; `seen` is the number of the last line that it showed. */
export function decideChange(
  note: Note,
  { act, seen, by }: { act: "correct" | "withdraw"; seen: number; by: Changing },
): Outcome<null> {
  if (note.isWithdrawn) return invalid("", "internal-note.withdrawn", { name: note.last.authorName });
  if (note.last.number !== seen)
    return invalid("", "internal-note.meanwhile", { name: note.last.authorName });
  if (act === "correct" ? mayCorrect(note, by) : mayWithdraw(note, by)) return done(null);
  return invalid("", act === "correct" ? "internal-note.notYours" : "internal-note.notYoursToWithdraw", {
    name: note.authorName,
  });
}
