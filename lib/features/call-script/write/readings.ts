import { newlyStated } from "@/lib/domain/call-script/readers";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import { insertValues } from "@/lib/platform/database/insert-rows";
import { today, type StaffCtx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findCallScript, findReadings } from "@/lib/features/call-script/read/queries";
import type { CallScriptReadings } from "@/lib/features/call-script/schema";
import { callScriptDocument } from "./document";

/**
 * Records for many agents at once that they read an edition, work with the script, or no longer do. What is known already
 * is not recorded again; the journal has their number and no name.
 */
export async function recordReadings(
  ctx: StaffCtx,
  { id, edition, kind, agents, on, means }: CallScriptReadings,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "call-script.write")) return refuse({ kind: "forbidden" });
  if (on > today(ctx)) return invalid("on", "dateAhead");
  return write(ctx, async (tx, journal) => {
    await tx.$queryRaw`SELECT 1 FROM call_script WHERE id = ${id}::uuid FOR UPDATE`;
    const script = await findCallScript(tx, id);
    if (!script) return refuse({ kind: "not-found" });
    if (edition > script.edition) return invalid("edition", "call-script.noEdition");
    const stated = newlyStated(agents, { kind, edition }, await findReadings(tx, id));
    if (stated.length === 0) return invalid("agents", "call-script.alreadyRecorded");
    const fact = { callScriptId: id, edition, kind, means: kind === "read" ? means : "", factOn: on };
    const rows = stated.map((agent) => ({ ...recordedBy(ctx), ...fact, agent, id: newId(ctx.now) }));
    await insertValues(tx, "call_script_reading", rows);
    journal.note({
      event: "call-script.agents-recorded",
      subject: callScriptDocument.subjectOf(script),
      after: { edition, kind, means: fact.means, on, agents: stated.length },
    });
    return done({ id });
  });
}
