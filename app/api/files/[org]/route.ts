import { itemAt } from "@/lib/domain/invariant/required";
import { changeLogo } from "@/lib/features/organisation/write/mutations";
import { logoSchema, MAX_LOGO_BYTES } from "@/lib/features/organisation/schema";
import { log } from "@/lib/platform/log/log";
import { authenticate, isSameOrigin, isTooLong, readForm, seeOther } from "@/lib/platform/request/request";

type Context = { params: Promise<{ org: string }> };

/** Answers with a redirect, so that a form works without JavaScript. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const back = (error: string) =>
    seeOther(`/${org}/organisation/edit/logo?error=${encodeURIComponent(error)}`);
  if (isTooLong(request, MAX_LOGO_BYTES)) return back("logoTooLarge");
  const form = await readForm(request);
  if (!form) return new Response(null, { status: 400 });
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return back("logoNone");
  if (file.size > MAX_LOGO_BYTES) return back("logoTooLarge");
  const input = logoSchema.safeParse({ seen: form.get("seen") ?? "" });
  if (!input.success) return back("conflict");
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const outcome = await changeLogo(ctx, { ...input.data, file: { fileName: file.name, bytes } });
    if (outcome.ok) return seeOther(`/${org}/organisation#logo`);
    return back(
      outcome.refusal.kind === "invalid" ? itemAt(outcome.refusal.issues, 0).key : outcome.refusal.kind,
    );
  } catch (error) {
    log.error({ err: error }, "a logo was not kept");
    return back("failed");
  }
}
