import { authenticate } from "@/lib/platform/request/request";
import { sendZip } from "../../send-zip";

type Context = { params: Promise<{ org: string; id: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { org, id } = await params;
  const ctx = await authenticate(org);
  return ctx instanceof Response ? ctx : sendZip(request, ctx, id);
}

export { GET as HEAD };
