import { takeContracts } from "@/lib/features/contract-export/mutations";
import { contractExportSchema } from "@/lib/features/contract-export/schema";
import { log } from "@/lib/platform/log";
import { authenticate, isSameOrigin, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/** Every contract as a file. A post and not a link, for taking them is written in the journal. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const back = () => seeOther(`/${org}/contracts/matrix?error=failed`);
  const input = contractExportSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) return back();
  try {
    const outcome = await takeContracts(ctx, org, input.data);
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
    log.error({ err: error }, "an export of contracts failed");
    return back();
  }
}
