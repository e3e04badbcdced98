import { refuse } from "@/lib/domain/outcome/outcome";
import { downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { fileResponse } from "@/lib/platform/files/file-response";
import { journalForgedSubject } from "@/lib/platform/access/denied-access";
import { authenticateContact } from "@/lib/platform/request/request";

type Context = { params: Promise<{ contact: string; id: string }> };

/** Journals each download and each attempt on a document of another controller. */
export async function GET(request: Request, { params }: Context) {
  const { contact, id } = await params;
  const ctx = await authenticateContact(contact);
  if (ctx instanceof Response) return ctx;
  return fileResponse(request, async () => {
    const downloaded = await downloadAttachment(ctx, id);
    if (downloaded.ok) return downloaded;
    await journalForgedSubject(ctx, "attachment", id);
    return refuse({ kind: "not-found" });
  });
}
