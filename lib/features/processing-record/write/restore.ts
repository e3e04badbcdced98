import { difference } from "@/lib/domain/journal/difference";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { changeRecord, conflictOf, flattenRecord, subjectOf } from "./change";
import { findRecord, type RecordRow } from "@/lib/features/processing-record/read/queries";
import { lockRegister } from "./rows";
import { decideRestore, findVersion } from "@/lib/features/processing-record/read/history";
import type { RecordRestore } from "@/lib/features/processing-record/schema";

/** Inserts an earlier content as a new version; intermediate versions and the state remain. */
export async function restoreRecord(ctx: Ctx, input: RecordRestore): Promise<Outcome<RecordRow>> {
  if (!isAuthorised(ctx, "record.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockRegister(tx, ctx.scope.org);
    const before = await findRecord(tx, input.id);
    const earlier = await findVersion(tx, input.id, input.restored);
    if (!before || !earlier || earlier.version >= before.version) return refuse({ kind: "not-found" });
    if (before.version !== input.version) return conflictOf(tx, before);
    const { decision, controller } = await decideRestore(tx, ctx.now, before, earlier);
    if (!decision.ok) return invalid("restored", `restore.${decision.key}`);
    const { reference, controllerId, content } = decision.description;
    const stated = { reference, controllerId, controller, content };
    const changed = await changeRecord(tx, ctx, before, input.version, stated, "restored");
    if (!changed.ok) return changed;
    const after = changed.value;
    const { before: was, after: is } = difference(flattenRecord(before), flattenRecord(after));
    journal.note({
      event: "record.restored",
      subject: subjectOf(after),
      before: { ...was },
      after: { ...is, restoredVersion: earlier.version },
    });
    return done(after);
  });
}
