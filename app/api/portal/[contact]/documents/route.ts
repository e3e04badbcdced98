import { documentSchema } from "@/lib/features/attachment/schema";
import { journalForgedSubject } from "@/lib/platform/access/denied-access";
import { authenticateContact, isSameOrigin } from "@/lib/platform/request/request";
import { receiveDocument } from "../../../documents/receive-document";

type Context = { params: Promise<{ contact: string }> };

/** Replaces no earlier document, unlike an upload by staff. */
export async function POST(request: Request, { params }: Context) {
  const { contact } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticateContact(contact);
  if (ctx instanceof Response) return ctx;
  const about = documentSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!about.success) return new Response(null, { status: 404 });
  return receiveDocument(request, {
    ctx,
    about: { ...about.data, replaces: null },
    home: `/portal/${contact}`,
    noteForged: () => journalForgedSubject(ctx, "attachment", about.data.subjectId),
  });
}
