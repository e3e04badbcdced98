import { TASK_ROWS } from "@/lib/domain/assignment/rows";
import { readMentions } from "@/lib/domain/internal-note/mentions";
import { decideChange, type NoteAct, noteOf } from "@/lib/domain/internal-note/notes";
import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findTaskRows, labelOfRow } from "@/lib/features/assignment/read/task-rows";
import { changingBy } from "@/lib/features/internal-note/read/changing";
import { findNameable, findNamedIn, findNote } from "@/lib/features/internal-note/read/queries";
import type {
  AcknowledgementInput,
  CorrectionInput,
  NoteInput,
  NoteRow,
  WithdrawalInput,
} from "@/lib/features/internal-note/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { StaffCtx } from "@/lib/platform/request/context";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { refuseWhereTaken } from "@/lib/platform/write/unique";
import { write } from "@/lib/platform/write/write";

/** Tells the second of two who would write the same number. */
const SAME_MOMENT = { path: "", key: "internal-note.sameMoment" };

/** Writes a note on a row that exists, ended or not. */
export async function writeNote(ctx: StaffCtx, { text, ...row }: NoteInput): Promise<Outcome<NoteRow>> {
  if (!isAuthorised(ctx, "internal-note.write") || !can(ctx.actor, TASK_ROWS[row.noun].read))
    return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const [found] = await findTaskRows(tx, [row]);
    if (!found) return refuse({ kind: "not-found" });
    const named = readMentions(text, await findNameable(tx));
    if (!named.ok) return named;
    const id = newId(ctx.now);
    const line = { id, noteId: id, number: 1, act: "written" as const, row, label: labelOfRow(found), text };
    await addLine(ctx, tx, journal, line);
    await nameMembers(ctx, tx, { lineId: id, members: named.value, readBefore: new Map() });
    return done(row);
  });
}

/** Corrects one's own note by a new line: the former text stays, and whoever read it is not asked to again. */
export async function correctNote(ctx: StaffCtx, input: CorrectionInput): Promise<Outcome<NoteRow>> {
  if (!isAuthorised(ctx, "internal-note.write")) return refuse({ kind: "forbidden" });
  return refuseWhereTaken(SAME_MOMENT, () =>
    write(ctx, async (tx, journal) => {
      const found = await findChangeable(ctx, tx, { ...input, act: "correct" });
      if (!found.ok) return found;
      const { row, note } = found.value;
      if (note.text === input.text) return invalid("text", "internal-note.unchanged");
      const readBefore = await findNamedIn(tx, note.last.id);
      const named = readMentions(input.text, await findNameable(tx), new Set(readBefore.keys()));
      if (!named.ok) return named;
      const id = newId(ctx.now);
      const { label } = note.last;
      const line = { id, noteId: note.id, number: input.seen + 1, row, label, text: input.text };
      await addLine(ctx, tx, journal, { ...line, act: "corrected" });
      await nameMembers(ctx, tx, { lineId: id, members: named.value, readBefore });
      return done(row);
    }),
  );
}

/** Withdraws a note: its texts are cleared, the lines that say who wrote it and when stay. */
export async function withdrawNote(ctx: StaffCtx, input: WithdrawalInput): Promise<Outcome<NoteRow>> {
  if (!isAuthorised(ctx, "internal-note.write")) return refuse({ kind: "forbidden" });
  return refuseWhereTaken(SAME_MOMENT, () =>
    write(ctx, async (tx, journal) => {
      const found = await findChangeable(ctx, tx, { ...input, act: "withdraw" });
      if (!found.ok) return found;
      const { row, note } = found.value;
      const { label } = note.last;
      const line = { id: newId(ctx.now), noteId: note.id, number: input.seen + 1, row, label, text: "" };
      await addLine(ctx, tx, journal, { ...line, act: "withdrawn" });
      await tx.internalNote.updateMany({ where: { noteId: note.id }, data: { text: "" } });
      return done(row);
    }),
  );
}

/** Notes that a member read what names them, and says where that is. */
export async function acknowledgeMention(
  ctx: StaffCtx,
  { mention: id }: AcknowledgementInput,
): Promise<Outcome<NoteRow>> {
  if (!isAuthorised(ctx, "internal-note.read")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const of = { id, memberId: ctx.actor.memberId };
    const mention = await tx.internalNoteMention.findFirst({
      where: of,
      select: { line: { select: { subjectNoun: true, subjectId: true, noteId: true } } },
    });
    const note = mention && (await findNote(tx, mention.line.noteId));
    if (!note) return refuse({ kind: "not-found" });
    await tx.internalNoteMention.updateMany({ where: { ...of, readAt: null }, data: { readAt: ctx.now } });
    return done(note.row);
  });
}

async function findChangeable(
  ctx: StaffCtx,
  tx: Tx,
  { note: id, seen, act }: WithdrawalInput & { act: "correct" | "withdraw" },
) {
  const found = await findNote(tx, id);
  const note = found && noteOf(found.lines);
  if (!note || !can(ctx.actor, TASK_ROWS[found.row.noun].read)) return refuse({ kind: "not-found" });
  const decided = decideChange(note, { act, seen, by: changingBy(ctx) });
  return decided.ok ? done({ row: found.row, note }) : decided;
}

type AddedLine = {
  id: string;
  noteId: string;
  number: number;
  act: NoteAct;
  row: NoteRow;
  label: string;
  text: string;
};

/** Adds a line and its entry, which names the row and neither the text nor whom it names. */
async function addLine(
  ctx: Authorised<StaffCtx>,
  tx: Tx,
  journal: JournalDraft,
  { row, ...line }: AddedLine,
): Promise<void> {
  await tx.internalNote.create({
    data: { ...recordedBy(ctx), ...line, subjectNoun: row.noun, subjectId: row.id },
  });
  journal.note({
    event: `internal-note.${line.act}`,
    subject: { noun: "internal-note", id: line.noteId, label: line.label },
    after: { number: line.number },
  });
}

type Naming = { lineId: string; members: readonly string[]; readBefore: ReadonlyMap<string, Date | null> };

/** Names members by a line; oneself is asked to read nothing. */
async function nameMembers(
  { actor, scope, now }: Authorised<StaffCtx>,
  tx: Tx,
  { lineId, members, readBefore }: Naming,
): Promise<void> {
  const data = members
    .filter((memberId) => memberId !== actor.memberId)
    .map((memberId) => ({
      id: newId(now),
      orgId: scope.org,
      lineId,
      memberId,
      readAt: readBefore.get(memberId) ?? null,
    }));
  if (data.length > 0) await tx.internalNoteMention.createMany({ data });
}
