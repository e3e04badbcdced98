import { itemAt } from "@/lib/domain/invariant/required";
import type { Outcome, Refusal } from "@/lib/domain/outcome/outcome";
import type { StaffCtx } from "@/lib/platform/request/context";
import { log } from "@/lib/platform/log/log";
import { authenticate, isSameOrigin, isTooLong, readForm, seeOther } from "@/lib/platform/request/request";
import { tooMany } from "@/lib/platform/request/task-limit";
import { beginUpload } from "@/lib/platform/request/upload-limit";
import { readSubmissionKey, withSubmission } from "@/lib/platform/request/submission";

type Receive = {
  /** The page of the form below the organisation's address, where it is said why a file was refused. */
  page: string;
  maxBytes: number;
  /** Stores the file, by the fields sent with it, and returns the path of the next page. */
  receive: (ctx: StaffCtx, file: File, form: FormData) => Promise<Outcome<string>>;
  /** Message for the log of faults. */
  fault: string;
};

/** A file as multipart/form-data; answers with a redirect, so that a plain form works. */
export function receiveInOrganisation({ page, maxBytes, receive, fault }: Receive) {
  return async (request: Request, { params }: { params: Promise<{ org: string }> }): Promise<Response> => {
    const { org } = await params;
    if (!isSameOrigin(request)) return new Response(null, { status: 403 });
    const ctx = await authenticate(org);
    if (ctx instanceof Response) return ctx;
    const here = `/${org}${page}`;
    const back = (stated: Record<string, string>) => seeOther(`${here}?${new URLSearchParams(stated)}`);
    if (isTooLong(request, maxBytes)) return back({ error: "tooLarge" });
    const endTurn = await beginUpload(ctx.actor.personId, request);
    if (!endTurn) return tooMany();
    try {
      const form = await readForm(request);
      if (!form) return new Response(null, { status: 400 });
      const file = form.get("file");
      if (!(file instanceof File) || file.size === 0) return back({ error: "noFile" });
      if (file.size > maxBytes) return back({ error: "tooLarge" });
      const outcome = await receive(
        await withSubmission(ctx, readSubmissionKey(form, null), form),
        file,
        form,
      );
      return outcome.ok ? seeOther(here + outcome.value) : back(rejectionOf(outcome.refusal));
    } catch (error) {
      log.error({ err: error }, fault);
      return back({ error: "failed" });
    } finally {
      endTurn();
    }
  };
}

/** The first reason, and where in the file it lies. */
function rejectionOf(refusal: Refusal): Record<string, string> {
  if (refusal.kind !== "invalid") return { error: refusal.kind };
  const { key, params } = itemAt(refusal.issues, 0);
  return { error: key, ...(params?.place ? { place: String(params.place).slice(0, 100) } : {}) };
}
