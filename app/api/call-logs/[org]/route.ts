import { logHeadSchema, MAX_LOG_BYTES } from "@/lib/features/call-log/schema";
import { receiveLog } from "@/lib/features/call-log/write/receive";
import { log } from "@/lib/platform/log/log";
import { authenticate, isSameOrigin } from "@/lib/platform/request/request";
import { tooMany } from "@/lib/platform/request/task-limit";
import { beginUpload } from "@/lib/platform/request/upload-limit";

type Context = { params: Promise<{ org: string }> };

/** Reads the body as it arrives: it is the file itself, and what is said of it stands in the address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { org } = await params;
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const ctx = await authenticate(org);
  if (ctx instanceof Response) return ctx;
  const head = logHeadSchema.safeParse(readHead(request.url));
  if (!head.success || request.body === null) return refused("invalid", 400);
  const size = Number(request.headers.get("content-length"));
  if (!(size > 0 && size <= MAX_LOG_BYTES)) return refused("tooLarge", 413);
  const endTurn = await beginUpload(ctx.actor.personId, request);
  if (!endTurn) return tooMany();
  try {
    const outcome = await receiveLog(ctx, { head: head.data, size, body: request.body });
    if (outcome.ok) return Response.json(outcome.value);
    const { refusal } = outcome;
    return refused(refusal.kind === "invalid" ? (refusal.issues[0]?.key ?? "invalid") : refusal.kind, 409);
  } catch (error) {
    log.error({ err: error }, "a call log could not be read");
    return refused("failed", 500);
  } finally {
    endTurn();
  }
}

function readHead(url: string): unknown {
  try {
    return JSON.parse(new URL(url).searchParams.get("about") ?? "");
  } catch {
    return null;
  }
}

function refused(error: string, status: number): Response {
  return Response.json({ error }, { status });
}
