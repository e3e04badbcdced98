import { documentSchema } from "@/lib/features/attachment/schema";
import { authenticate, isSameOrigin } from "@/lib/platform/request/request";
import { receiveDocument } from "../receive-document";

type Context = { params: Promise<{ org: string }> };

/** Takes the subject from the address, so that a body too large to parse is still refused beside its field. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const about = documentSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!about.success) return new Response(null, { status: 404 });
  return receiveDocument(request, { ctx, about: about.data, home: `/${org}` });
}
