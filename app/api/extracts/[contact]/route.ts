import type { Refusal } from "@/lib/domain/outcome";
import { takeExtract } from "@/lib/features/export/mutations";
import { extractSchema } from "@/lib/features/export/schema";
import { log } from "@/lib/platform/log";
import { authenticateContact, isSameOrigin, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ contact: string }> };

/** A controller's own extract of the register as a file. A post and not a link, for taking it is written in the journal. */
export async function POST(request: Request, { params }: Context) {
  const { contact } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticateContact(contact);
  if (ctx instanceof Response) return ctx;
  const input = extractSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) return back(contact, { kind: "not-found" });
  try {
    const outcome = await takeExtract(ctx, input.data);
    if (!outcome.ok) return back(contact, outcome.refusal, input.data.on);
    const { fileName, contentType, body } = outcome.value;
    return new Response(body, {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    log.error({ err: error }, "an extract failed");
    return seeOther(`${pageOf(contact)}?error=failed`);
  }
}

/** Asked for again with the day that was asked for, and the reason beside it. */
function back(contact: string, refusal: Refusal, on = ""): Response {
  const issue = refusal.kind === "invalid" ? refusal.issues[0] : undefined;
  const query = new URLSearchParams(on ? { on } : {});
  if (issue?.path === "on") query.set("day", issue.key);
  else query.set("error", issue?.key ?? "failed");
  return seeOther(`${pageOf(contact)}?${query}`);
}

function pageOf(contact: string): string {
  return `/portal/${contact}/extract`;
}
