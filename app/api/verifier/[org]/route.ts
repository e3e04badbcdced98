import { authenticate } from "@/lib/platform/request/request";
import { readVerifier } from "@/lib/platform/dossier/verifier";

type Context = { params: Promise<{ org: string }> };

/** The verifier apart from any dossier: whoever receives one may compare the two. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const ctx = await authenticate((await params).org);
  if (ctx instanceof Response) return ctx;
  return new Response(new Uint8Array(await readVerifier()), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "content-disposition": 'attachment; filename="verify.mjs"',
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
