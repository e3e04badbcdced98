import { attachDocument } from "@/lib/features/attachment/mutations";
import { backToSubject, documentSchema, MAX_DOCUMENT_BYTES } from "@/lib/features/attachment/schema";
import type { Outcome } from "@/lib/domain/outcome";
import { log } from "@/lib/platform/log";
import { authenticate, isSameOrigin, isTooLong, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/**
 * A document as multipart/form-data. The address says what it belongs to, so that a body too long to be read is still
 * refused beside its field; answers with a redirect, so that a plain form works.
 */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const about = documentSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!about.success) return new Response(null, { status: 404 });
  const back = (refusal?: string, said: { fileName?: string; found?: string } = {}) =>
    seeOther(backToSubject(org, about.data, refusal && { refusal, ...said }));
  if (isTooLong(request, MAX_DOCUMENT_BYTES)) return back("tooLarge");
  const file = (await request.formData()).get("file");
  if (!(file instanceof File) || file.size === 0) return back("none");
  const { name: fileName } = file;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await attachDocument(ctx, { ...about.data, file: { fileName, bytes } });
    return outcome.ok ? back() : back(...whyNot(outcome, fileName));
  } catch (error) {
    log.error({ err: error }, "a document was not kept");
    return back("failed", { fileName });
  }
}

function whyNot(
  { refusal }: Extract<Outcome<unknown>, { ok: false }>,
  fileName: string,
): [refusal: string, said: { fileName: string; found?: string }] {
  if (refusal.kind !== "invalid")
    return [refusal.kind === "forbidden" ? "forbidden" : "notFound", { fileName }];
  const [{ key, params = {} }] = refusal.issues as [(typeof refusal.issues)[number]];
  return [key, { fileName, ...(params.found ? { found: String(params.found) } : {}) }];
}
