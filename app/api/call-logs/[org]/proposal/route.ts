import { proposeLogFrom } from "@/lib/features/call-log/write/propose-log";
import { cutChoiceSchema, SAMPLE_BYTES } from "@/lib/features/call-log/schema";
import { authenticate, isSameOrigin, isTooLong } from "@/lib/platform/request/request";

type Context = { params: Promise<{ org: string }> };

/** Proposes how a log is read, by the first bytes of the file: they are stored nowhere. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  if (isTooLong(request, SAMPLE_BYTES)) return new Response(null, { status: 413 });
  const chosen = cutChoiceSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const outcome = await proposeLogFrom(ctx, new Uint8Array(await request.arrayBuffer()), chosen);
  if (outcome.ok) return Response.json(outcome.value);
  return Response.json({ error: outcome.refusal.kind }, { status: 409 });
}
