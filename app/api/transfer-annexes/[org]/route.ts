import { takeAnnexes } from "@/lib/features/transfer-annexes/mutations";
import { annexesTakeSchema } from "@/lib/features/transfer-annexes/schema";
import { log } from "@/lib/platform/log";
import { authenticate, isSameOrigin, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/** The annexes of a transfer as a file. A post and not a link, for taking them is written in the journal. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const input = annexesTakeSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) return seeOther(`/${org}/transfers`);
  const back = () => seeOther(`/${org}/transfers/${input.data.id}?error=annexes#annexes`);
  try {
    const outcome = await takeAnnexes(ctx, input.data);
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
    log.error({ err: error }, "the annexes of a transfer failed");
    return back();
  }
}
