import { viewDocument } from "@/lib/features/attachment/write/mutations";
import { viewResponse } from "@/lib/platform/files/view-response";
import { authenticate } from "@/lib/platform/request/request";

type Context = { params: Promise<{ org: string; id: string }> };

/** Shows a PDF or a picture beside the form that is filled from it: same right and same entry in the journal as its download. */
export async function GET(_request: Request, { params }: Context) {
  const { org, id } = await params;
  return viewResponse(async () => {
    const ctx = await authenticate(org);
    return ctx instanceof Response ? ctx : viewDocument(ctx, id);
  });
}
