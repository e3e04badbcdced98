import { takeRegister } from "@/lib/features/export/mutations";
import { exportSchema } from "@/lib/features/export/schema";
import { log } from "@/lib/platform/log";
import { authenticate, isSameOrigin } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/** The register as a file. A post and not a link, for taking it is written in the journal. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const input = exportSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) return back(org, "invalid");
  try {
    const outcome = await takeRegister(ctx, org, input.data);
    if (!outcome.ok) return back(org, outcome.refusal.kind);
    const { fileName, contentType, body } = outcome.value;
    return new Response(Buffer.from(body), {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    log.error({ err: error }, "an export failed");
    return back(org, "failed");
  }
}

function back(org: string, error: string): Response {
  return new Response(null, { status: 303, headers: { location: `/${org}/records/export?error=${error}` } });
}
