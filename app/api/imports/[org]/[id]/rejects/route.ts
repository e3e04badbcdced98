import { exportRejects } from "@/lib/features/import/write/mutations";
import { attachmentNamed } from "@/lib/platform/transport/attachment-name";
import { authenticate } from "@/lib/platform/request/request";

type Context = { params: Promise<{ org: string; id: string }> };

/** CSV of the rows that an import leaves out, for correction. */
export async function GET(_request: Request, { params }: Context) {
  const { org, id } = await params;
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const outcome = await exportRejects(ctx, id);
  if (!outcome.ok) return new Response(null, { status: outcome.refusal.kind === "forbidden" ? 403 : 404 });
  const { fileName, body } = outcome.value;
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachmentNamed(fileName),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
