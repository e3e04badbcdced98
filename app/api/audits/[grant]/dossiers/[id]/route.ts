import { authenticateAuditor } from "@/lib/platform/request/request";
import { sendZip } from "../../../../dossiers/send-zip";

type Context = { params: Promise<{ grant: string; id: string }> };

/** Sends a dossier that this auditor asked for: the database shows no other. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { grant, id } = await params;
  const ctx = await authenticateAuditor(grant);
  return ctx instanceof Response ? ctx : sendZip(request, ctx, { id });
}

export { GET as HEAD };
