import { downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { fileResponse } from "@/lib/platform/files/file-response";
import { authenticate } from "@/lib/platform/request/request";

type Context = { params: Promise<{ org: string; id: string }> };

export async function GET(request: Request, { params }: Context) {
  const { org, id } = await params;
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  return fileResponse(request, () => downloadAttachment(ctx, id));
}
