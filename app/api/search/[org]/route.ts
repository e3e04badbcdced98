import { findMatches } from "@/lib/features/search/read/queries";
import { searchSchema } from "@/lib/features/search/schema";
import { authenticate } from "@/lib/platform/request/request";

type Context = { params: Promise<{ org: string }> };

/** What the palette finds while one types; a GET, so that a question overtaken by the next can be given up. */
export async function GET(request: Request, { params }: Context) {
  const ctx = await authenticate((await params).org);
  if (ctx instanceof Response) return ctx;
  const { q } = searchSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await findMatches(ctx, q), { headers: { "cache-control": "private, no-store" } });
}
