import { takeMatrix } from "@/lib/features/authorisation-matrix/mutations";
import { matrixExportSchema } from "@/lib/features/authorisation-matrix/schema";
import { log } from "@/lib/platform/log";
import { authenticate, isSameOrigin, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/** The matrix as a file. A post and not a link, for taking it is written in the journal. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const back = () => seeOther(`/${org}/authorisations?error=failed`);
  const input = matrixExportSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) return back();
  try {
    const outcome = await takeMatrix(ctx, org, input.data);
    if (!outcome.ok) return back();
    const { fileName, contentType, body } = outcome.value;
    return new Response(body, {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    log.error({ err: error }, "an export of authorisations failed");
    return back();
  }
}
