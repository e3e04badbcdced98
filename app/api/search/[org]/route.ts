import { findMatches } from "@/lib/features/search/read/queries";
import { searchSchema } from "@/lib/features/search/schema";
import { authenticate } from "@/lib/platform/request/request";

type Context = { params: Promise<{ org: string }> };

/** Uses GET so that the browser can abort a request overtaken by the next keystroke. */
export async function GET(request: Request, { params }: Context) {
  const ctx = await authenticate((await params).org);
  if (ctx instanceof Response) return ctx;
  const { q, locale } = searchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await findMatches(ctx, q, { locale }), {
    headers: { "cache-control": "private, no-store" },
  });
}
