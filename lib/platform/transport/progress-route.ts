import type { Outcome } from "@/lib/domain/outcome/outcome";
import type { StaffCtx } from "@/lib/platform/request/context";
import { log } from "@/lib/platform/log/log";
import { authenticate, isSameOrigin, isTooLong, readForm } from "@/lib/platform/request/request";
import { tooMany } from "@/lib/platform/request/task-limit";
import { beginUpload } from "@/lib/platform/request/upload-limit";

const TYPE = "application/x-ndjson";

/** True for a script that wants to hear how far a file is read. */
export function asksForProgress(request: Request): boolean {
  return request.headers.get("accept") === TYPE;
}

type Receive = {
  maxBytes: number;
  /** Reads the file, by the fields sent with it, and says after each part how many lines are read. */
  receive: (
    ctx: StaffCtx,
    file: File,
    how: { form: FormData; onLines: (lines: number) => void },
  ) => Promise<Outcome<unknown>>;
  /** Message for the log of faults. */
  fault: string;
};

/**
 * Reads a file of a form, and answers with a line of JSON for each part that is read: {"lines": 500}, at the end
 * {"done": true} or {"error": "columns"}. A reader who leaves does not stop it.
 */
export function receiveWithProgress({ maxBytes, receive, fault }: Receive) {
  return async (request: Request, { params }: { params: Promise<{ org: string }> }): Promise<Response> => {
    if (!isSameOrigin(request)) return new Response(null, { status: 403 });
    const ctx = await authenticate((await params).org);
    if (ctx instanceof Response) return ctx;
    if (isTooLong(request, maxBytes)) return answered({ error: "tooLarge" });
    const endTurn = await beginUpload(ctx.actor.personId, request);
    if (!endTurn) return tooMany();
    const form = await readForm(request);
    const file = form?.get("file");
    if (!form || !(file instanceof File) || file.size === 0 || file.size > maxBytes) {
      endTurn();
      return answered({ error: file instanceof File && file.size > 0 ? "tooLarge" : "noFile" });
    }
    return streamed(async (tell) => {
      try {
        const outcome = await receive(ctx, file, { form, onLines: (lines) => tell({ lines }) });
        tell(outcome.ok ? { done: true } : { error: errorOf(outcome.refusal) });
      } catch (error) {
        log.error({ err: error }, fault);
        tell({ error: "failed" });
      } finally {
        endTurn();
      }
    });
  };
}

type Refusal = Extract<Outcome<unknown>, { ok: false }>["refusal"];

function errorOf(refusal: Refusal): string {
  return refusal.kind === "invalid" ? (refusal.issues[0]?.key ?? "failed") : refusal.kind;
}

const HEADERS = { "content-type": TYPE, "cache-control": "no-store", "x-content-type-options": "nosniff" };

function answered(event: object): Response {
  return new Response(`${JSON.stringify(event)}\n`, { headers: HEADERS });
}

function streamed(work: (send: (event: object) => void) => Promise<void>): Response {
  let isRead = true;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (event: object) => {
        if (isRead) controller.enqueue(new TextEncoder().encode(`${JSON.stringify(event)}\n`));
      };
      void work(send).finally(() => isRead && controller.close());
    },
    cancel() {
      isRead = false;
    },
  });
  return new Response(body, { headers: HEADERS });
}
