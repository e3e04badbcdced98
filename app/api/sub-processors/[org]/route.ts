import { takeList } from "@/lib/features/sub-processor-export/mutations";
import { listExportSchema } from "@/lib/features/sub-processor-export/schema";
import { log } from "@/lib/platform/log";
import { authenticate, isSameOrigin, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/** The list of sub-processors as a file. A post and not a link, for taking it is written in the journal. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const back = () => seeOther(`/${org}/sub-processors?error=failed`);
  const input = listExportSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) return back();
  try {
    const outcome = await takeList(ctx, org, input.data);
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
    log.error({ err: error }, "an export of sub-processors failed");
    return back();
  }
}
