import { attachDocument } from "@/lib/features/attachment/write/mutations";
import { backToSubject, MAX_DOCUMENT_BYTES, type documentSchema } from "@/lib/features/attachment/schema";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import type { ContactCtx, StaffCtx } from "@/lib/platform/request/context";
import { log } from "@/lib/platform/log/log";
import { isTooLong, readForm, seeOther } from "@/lib/platform/request/request";
import { tooMany } from "@/lib/platform/request/task-limit";
import { beginUpload } from "@/lib/platform/request/upload-limit";
import { readSubmissionKey, withSubmission } from "@/lib/platform/request/submission";
import type { z } from "zod";

type Receiving = {
  ctx: StaffCtx | ContactCtx;
  about: z.output<typeof documentSchema>;
  /** Path above the subject's page: "/nejma", "/portal/<contact>". */
  home: string;
  /** Runs when the subject does not belong to the sender, which no page offers. */
  noteForged?: () => Promise<void>;
};

/** Answers with a redirect, so that a form works without JavaScript. */
export async function receiveDocument(request: Request, receiving: Receiving): Promise<Response> {
  const endTurn = await beginUpload(receiving.ctx.actor.personId, request);
  return endTurn ? receive(request, receiving).finally(endTurn) : tooMany();
}

async function receive(request: Request, { ctx, about, home, noteForged }: Receiving): Promise<Response> {
  const back = (refusal?: string, stated: { fileName?: string; found?: string } = {}) =>
    seeOther(backToSubject(home, about, refusal && { refusal, ...stated }));
  if (isTooLong(request, MAX_DOCUMENT_BYTES)) return back("tooLarge");
  const form = await readForm(request);
  if (!form) return new Response(null, { status: 400 });
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return back("none");
  const { name: fileName } = file;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sending = await withSubmission(ctx, readSubmissionKey(form, null), form);
    const outcome = await attachDocument(sending, { ...about, file: { fileName, bytes } });
    if (!outcome.ok && outcome.refusal.kind !== "invalid") await noteForged?.();
    return outcome.ok ? back() : back(...rejectionOf(outcome, fileName));
  } catch (error) {
    log.error({ err: error }, "a document was not kept");
    return back("failed", { fileName });
  }
}

export function rejectionOf(
  { refusal }: Extract<Outcome<unknown>, { ok: false }>,
  fileName: string,
): [refusal: string, file: { fileName: string; found?: string }] {
  if (refusal.kind !== "invalid")
    return [refusal.kind === "forbidden" ? "forbidden" : "notFound", { fileName }];
  const [{ key, params = {} }] = refusal.issues as [(typeof refusal.issues)[number]];
  return [key, { fileName, ...(params.found ? { found: String(params.found) } : {}) }];
}
