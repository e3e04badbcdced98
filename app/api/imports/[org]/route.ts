import { openImport } from "@/lib/features/import/mutations";
import { MAX_FILE_BYTES } from "@/lib/features/import/schema";
import { authenticate, isSameOrigin, isTooLong, readForm, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/** A file of up to 10 MB as multipart/form-data; answers with a redirect, so that a plain form works. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const back = (error: string) => seeOther(`/${org}/records/import?error=${encodeURIComponent(error)}`);
  if (isTooLong(request, MAX_FILE_BYTES)) return back("tooLarge");
  const form = await readForm(request);
  if (!form) return new Response(null, { status: 400 });
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return back("noFile");
  if (file.size > MAX_FILE_BYTES) return back("tooLarge");
  const outcome = await openImport(ctx, {
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  if (outcome.ok) return seeOther(`/${org}/records/import/${outcome.value.id}`);
  return back(outcome.refusal.kind === "invalid" ? outcome.refusal.issues[0]!.key : outcome.refusal.kind);
}
