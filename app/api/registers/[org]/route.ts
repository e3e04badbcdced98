import { importRegister } from "@/lib/features/register-import/mutations";
import { MAX_REGISTER_BYTES } from "@/lib/features/register-import/schema";
import { log } from "@/lib/platform/log";
import { authenticate, isSameOrigin, isTooLong, readForm, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/** A register's JSON as multipart/form-data; answers with a redirect, so that a plain form works. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const back = (said: Record<string, string>) =>
    seeOther(`/${org}/records/import/register?${new URLSearchParams(said)}`);
  if (isTooLong(request, MAX_REGISTER_BYTES)) return back({ error: "tooLarge" });
  const form = await readForm(request);
  if (!form) return new Response(null, { status: 400 });
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return back({ error: "noFile" });
  if (file.size > MAX_REGISTER_BYTES) return back({ error: "tooLarge" });
  try {
    const outcome = await importRegister(ctx, { fileName: file.name, file });
    if (outcome.ok) {
      const { records, versions } = outcome.value;
      return back({ records: String(records), versions: String(versions) });
    }
    if (outcome.refusal.kind !== "invalid") return back({ error: outcome.refusal.kind });
    const { key, params: said } = outcome.refusal.issues[0]!;
    return back({ error: key, ...(said?.place ? { place: String(said.place).slice(0, 100) } : {}) });
  } catch (error) {
    log.error({ err: error }, "a register could not be brought in");
    return back({ error: "failed" });
  }
}
