import type { Refusal } from "@/lib/domain/outcome";
import { takeRegister } from "@/lib/features/export/mutations";
import { exportPage, exportSchema, type ExportInput } from "@/lib/features/export/schema";
import { log } from "@/lib/platform/log";
import { authenticate, isSameOrigin, seeOther } from "@/lib/platform/request";

type Context = { params: Promise<{ org: string }> };

/** The register as a file. A post and not a link, for taking it is written in the journal. */
export async function POST(request: Request, { params }: Context) {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const input = exportSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!input.success) return back(org, { kind: "not-found" }, { register: "processor" });
  try {
    const outcome = await takeRegister(ctx, org, input.data);
    if (!outcome.ok) return back(org, outcome.refusal, input.data);
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
    log.error({ err: error }, "an export failed");
    return seeOther(`${exportPage(org, input.data)}?error=failed`);
  }
}

/** Asked for again with what was asked, with the reason beside the day. */
function back(
  org: string,
  refusal: Refusal,
  { register, controller, on }: Pick<ExportInput, "register"> & Partial<ExportInput>,
): Response {
  const issue = refusal.kind === "invalid" ? refusal.issues[0] : undefined;
  const query = new URLSearchParams({ ...(controller && { controller }), ...(on && { on }) });
  if (issue?.path === "on") query.set("day", issue.key);
  else query.set("error", refusal.kind);
  return seeOther(`${exportPage(org, { register })}?${query}`);
}
