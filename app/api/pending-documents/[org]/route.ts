import { z } from "zod";
import { insertPendingFile } from "@/lib/features/attachment/write/mutations";
import { backToInstructionForm, MAX_DOCUMENT_BYTES, type PendingFor } from "@/lib/features/attachment/schema";
import { readEmailed } from "@/lib/features/attachment/read/emailed";
import { log } from "@/lib/platform/log/log";
import type { StaffCtx } from "@/lib/platform/request/context";
import { authenticate, isSameOrigin, isTooLong, readForm, seeOther } from "@/lib/platform/request/request";
import { tooMany } from "@/lib/platform/request/task-limit";
import { beginUpload } from "@/lib/platform/request/upload-limit";
import { rejectionOf } from "../../documents/receive-document";

type Context = { params: Promise<{ org: string }> };
type Kept = {
  id: string;
  fileName: string;
  sha256: string;
  emailed: Awaited<ReturnType<typeof readEmailed>> | null;
};
type Answer = Kept | { refusal: string; fileName?: string; found?: string };

/**
 * Answers a form with a redirect that carries the file or the refusal, and a script with JSON, so that typed values
 * stay on the page.
 */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const about = readAbout(new URL(request.url).searchParams);
  if (!about) return new Response(null, { status: 404 });
  const isScripted = request.headers.get("accept") === "application/json";
  const answer = await receive(request, org, isScripted);
  if (answer instanceof Response) return answer;
  if (isScripted) return Response.json(answer);
  return seeOther(backToInstructionForm(org, about, answer));
}

/** Null where the address names no form. */
function readAbout(query: URLSearchParams): PendingFor | null {
  const [controller, instruction] = ["controller", "instruction"].map((name) =>
    z.uuid().safeParse(query.get(name)),
  );
  if (controller?.success) return { controller: controller.data };
  return instruction?.success ? { instruction: instruction.data } : null;
}

async function receive(request: Request, org: string, isScripted: boolean): Promise<Answer | Response> {
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  if (isTooLong(request, MAX_DOCUMENT_BYTES)) return { refusal: "tooLarge" };
  const endTurn = await beginUpload(ctx.actor.personId, request);
  return endTurn ? keep(request, ctx, isScripted).finally(endTurn) : tooMany();
}

/** Reads what the form may take from an e-mail for a script alone: a page reads it again by its address. */
async function keep(request: Request, ctx: StaffCtx, isScripted: boolean): Promise<Answer> {
  const file = (await readForm(request))?.get("file");
  if (!(file instanceof File) || file.size === 0) return { refusal: "none" };
  const { name: fileName } = file;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await insertPendingFile(ctx, { fileName, bytes });
    if (outcome.ok) {
      const { contentType } = outcome.value;
      return { ...outcome.value, emailed: isScripted ? await readEmailed({ contentType, bytes }) : null };
    }
    const [refusal, described] = rejectionOf(outcome, fileName);
    return { refusal, ...described };
  } catch (error) {
    log.error({ err: error }, "an e-mail was not kept");
    return { refusal: "failed", fileName };
  }
}
