import { openContractImport } from "@/lib/features/contract-import/mutations";
import { MAX_CONTRACTS_BYTES } from "@/lib/features/contract-import/schema";
import { log } from "@/lib/platform/log";
import { authenticate, isSameOrigin, isTooLong, readForm, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/** A file of contracts as multipart/form-data; answers with a redirect to its preview, so that a plain form works. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const back = (said: Record<string, string>) =>
    seeOther(`/${org}/contracts/import?${new URLSearchParams(said)}`);
  if (isTooLong(request, MAX_CONTRACTS_BYTES)) return back({ error: "tooLarge" });
  const form = await readForm(request);
  if (!form) return new Response(null, { status: 400 });
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return back({ error: "noFile" });
  if (file.size > MAX_CONTRACTS_BYTES) return back({ error: "tooLarge" });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await openContractImport(ctx, { fileName: file.name, bytes });
    if (outcome.ok) return back({ file: outcome.value.file });
    const { refusal } = outcome;
    return back({ error: refusal.kind === "invalid" ? refusal.issues[0]!.key : refusal.kind });
  } catch (error) {
    log.error({ err: error }, "a file of contracts could not be read");
    return back({ error: "failed" });
  }
}
