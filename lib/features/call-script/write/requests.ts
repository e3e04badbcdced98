import { approvalOf } from "@/lib/domain/call-script/approval";
import { conflict, done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { sha256 } from "@/lib/platform/files/chunks";
import type { StaffCtx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findCallScript,
  findRequests,
  findSignatories,
  lockController,
  type CallScriptRow,
} from "@/lib/features/call-script/read/queries";
import type { CallScriptPlace } from "@/lib/features/call-script/schema";
import { callScriptDocument } from "./document";
import { notifySignatories } from "./letters";

/**
 * Seals the current edition, shows it to the controller in its portal and writes to its signatories. Refused where none of
 * them could answer.
 */
export async function requestApproval(
  ctx: StaffCtx,
  { id, version }: CallScriptPlace,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "call-script.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const script = await lockScript(tx, id);
    if (!script) return refuse({ kind: "not-found" });
    if (script.version !== version) return conflict({ edition: script.edition }, script.version);
    if (script.state === "retired") return invalid("", "call-script.retired");
    const approval = approvalOf(script.edition, await findRequests(tx, [id]));
    if (approval === "awaited" || approval === "approved") return invalid("", "call-script.alreadyAsked");
    if (!(await lockController(tx, script.controllerId))) return invalid("", "call-script.archived");
    const signatories = await findSignatories(tx, script.controllerId);
    if (signatories.length === 0) return invalid("", "call-script.noSignatory");
    const request = await insertRequest(tx, ctx, script);
    await notifySignatories(tx, ctx, { script, requestId: request.id, signatories });
    journal.note({
      event: "call-script.requested",
      subject: callScriptDocument.subjectOf(script),
      after: {
        controllerId: script.controllerId,
        edition: script.edition,
        textDigest: request.digest,
      },
    });
    return done({ id });
  });
}

/** Admits one writer at a time: an edition has one open request. */
async function lockScript(tx: Tx, id: string): Promise<CallScriptRow | null> {
  await tx.$queryRaw`SELECT 1 FROM call_script WHERE id = ${id}::uuid FOR UPDATE`;
  return findCallScript(tx, id);
}

async function insertRequest(tx: Tx, ctx: StaffCtx, script: CallScriptRow) {
  const { controllerId, id: callScriptId, edition, reference, title, language, text } = script;
  const request = { id: newId(ctx.now), digest: sha256(Buffer.from(text, "utf8")) };
  await tx.callScriptRequest.create({
    data: {
      ...recordedBy(ctx),
      ...request,
      controllerId,
      callScriptId,
      edition,
      reference,
      title,
      language,
      text,
    },
  });
  return request;
}
