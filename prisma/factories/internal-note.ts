import { noteSchema, type NoteRow } from "@/lib/features/internal-note/schema";
import { writeNote } from "@/lib/features/internal-note/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** Writes a note on a row, and gives its id. */
export async function makeNote(
  ctx: StaffCtx,
  row: NoteRow,
  text = "Rappeler le client lundi",
): Promise<string> {
  valueOf(await writeNote(ctx, noteSchema.parse({ ...row, text })));
  const { noteId } = await withOrg(ctx.scope, (tx) =>
    tx.internalNote.findFirstOrThrow({ where: { subjectId: row.id, text }, orderBy: { recordedAt: "desc" } }),
  );
  return noteId;
}
