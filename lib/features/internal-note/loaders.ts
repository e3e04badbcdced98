import "server-only";
import { notFound } from "next/navigation";
import { TASK_ROWS } from "@/lib/domain/assignment/rows";
import {
  type Changing,
  mayCorrect,
  mayWithdraw,
  type Note,
  noteOf,
  notesOf,
} from "@/lib/domain/internal-note/notes";
import { can } from "@/lib/domain/nouns/policy";
import { findTaskRows, labelOfRow, pathOfRow } from "@/lib/features/assignment/read/task-rows";
import { changingBy } from "@/lib/features/internal-note/read/changing";
import {
  findMentions,
  findNameable,
  findNamedIn,
  findNoteLines,
} from "@/lib/features/internal-note/read/queries";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";
import { noteIdSchema, type NoteRow, noteRowSchema } from "./schema";

export type { Mention } from "@/lib/features/internal-note/read/queries";

/** A note, and what whoever reads it may do with it. */
export type ShownNote = Note & { may: { correct: boolean; withdraw: boolean } };

const shown = (note: Note, by: Changing, mayWrite: boolean): ShownNote => ({
  ...note,
  may: { correct: mayWrite && mayCorrect(note, by), withdraw: mayWrite && mayWithdraw(note, by) },
});

/** Loads the notes on a row for its sheet, in one statement; null for whoever may not read them. */
export async function loadRowNotes(slug: string, row: NoteRow) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "internal-note.read") || !can(ctx.actor, TASK_ROWS[row.noun].read)) return null;
  const notes = notesOf(await findNoteLines(readerFor(ctx.scope), row));
  return {
    notes: notes.map((note) => shown(note, changingBy(ctx), false)),
    mayWrite: can(ctx.actor, "internal-note.write"),
  };
}

/** Loads the page of the notes on one row: its name, its notes, and whom a note may name. */
export async function loadNotesPage(slug: string, asked: { noun: string; id: string }) {
  const ctx = await requireStaff(slug);
  const row = noteRowSchema.safeParse(asked);
  if (!row.success || !can(ctx.actor, "internal-note.read") || !can(ctx.actor, TASK_ROWS[row.data.noun].read))
    notFound();
  const reader = readerFor(ctx.scope);
  const [[found], lines, members] = await Promise.all([
    findTaskRows(reader, [row.data]),
    findNoteLines(reader, row.data),
    findNameable(reader),
  ]);
  if (!found) notFound();
  const mayWrite = can(ctx.actor, "internal-note.write");
  return {
    row: row.data,
    label: labelOfRow(found),
    path: pathOfRow(found),
    isEnded: found.isEnded,
    notes: notesOf(lines).map((note) => shown(note, changingBy(ctx), mayWrite)),
    members: members.filter(({ isEnded }) => !isEnded),
    mayWrite,
  };
}

/** Loads one note to correct or withdraw it. */
export async function loadNote(slug: string, asked: { noun: string; id: string; note: string }) {
  const ctx = await requireStaff(slug);
  const [row, noteId] = [noteRowSchema.safeParse(asked), noteIdSchema.safeParse(asked.note)];
  if (!row.success || !noteId.success || !can(ctx.actor, TASK_ROWS[row.data.noun].read)) notFound();
  const reader = readerFor(ctx.scope);
  const [lines, members] = await Promise.all([findNoteLines(reader, row.data), findNameable(reader)]);
  const note = noteOf(lines.filter((line) => line.noteId === noteId.data));
  if (!note) notFound();
  const named = await findNamedIn(reader, note.last.id);
  const mayWrite = can(ctx.actor, "internal-note.write");
  return {
    row: row.data,
    note: shown(note, changingBy(ctx), mayWrite),
    members: members.filter(({ id, isEnded }) => !isEnded || named.has(id)),
    mayWrite,
  };
}

/** Loads the notes that name whoever asks and that they have not read. */
export async function loadMentions(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "internal-note.read")) return [];
  const mentions = await findMentions(readerFor(ctx.scope), ctx.actor.memberId);
  return mentions.filter(({ noun }) => can(ctx.actor, TASK_ROWS[noun].read));
}
