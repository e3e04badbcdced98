import { authenticate, isSameOrigin, isTooLong, readForm } from "@/lib/platform/request/request";
import { unlessProved } from "@/lib/platform/transport/prove-download";
import { sendZip } from "../../send-zip";

type Context = { params: Promise<{ org: string; id: string }> };

/** A dossier of every client leaves within five minutes of a proof that it is them; otherwise the password is asked for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return send(request, await params, new FormData());
}

export { GET as HEAD };

/** Sent by the page that asks for the password. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  if (isTooLong(request, 0)) return new Response(null, { status: 413 });
  const form = await readForm(request);
  return form ? send(request, await params, form) : new Response(null, { status: 400 });
}

async function send(request: Request, { org, id }: { org: string; id: string }, form: FormData) {
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const asked = { org, path: new URL(request.url).pathname, form, back: `/${org}/dossiers/${id}` };
  return sendZip(request, ctx, { id, prove: () => unlessProved(ctx, asked) });
}
