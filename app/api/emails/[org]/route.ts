import { MAX_DOCUMENT_BYTES } from "@/lib/features/attachment/schema";
import { readRequestEmail } from "@/lib/features/rights-request/read/email";
import type { StaffCtx } from "@/lib/platform/request/context";
import { authenticate, isSameOrigin, isTooLong, readForm } from "@/lib/platform/request/request";
import { tooMany } from "@/lib/platform/request/task-limit";
import { beginUpload } from "@/lib/platform/request/upload-limit";

type Context = { params: Promise<{ org: string }> };

/** Reads an e-mail for the form of a person's request. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  if (isTooLong(request, MAX_DOCUMENT_BYTES)) return Response.json({ refusal: "tooLarge" });
  const endTurn = await beginUpload(ctx.actor.personId, request);
  return endTurn ? read(request, ctx).finally(endTurn) : tooMany();
}

async function read(request: Request, ctx: StaffCtx): Promise<Response> {
  const file = (await readForm(request))?.get("file");
  if (!(file instanceof File) || file.size === 0) return Response.json({ refusal: "none" });
  const outcome = await readRequestEmail(ctx, new Uint8Array(await file.arrayBuffer()));
  return Response.json(outcome.ok ? { emailed: outcome.value } : { refusal: outcome.refusal.kind });
}
