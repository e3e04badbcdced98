import type { Outcome } from "@/lib/domain/outcome/outcome";
import { log } from "@/lib/platform/log/log";
import { inlineNamed } from "@/lib/platform/transport/attachment-name";
import { DamagedFileError } from "./chunks";
import type { StoredFile } from "./store";

/** Framed by our own pages alone, loading nothing, sending nothing. */
const FRAMED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const SANDBOXED = `${FRAMED}; sandbox`;

/**
 * Answers with a document that a page of the console shows. Each answer states its own policy, since the web process sets none
 * at this address.
 */
export async function viewResponse(take: () => Promise<Outcome<StoredFile> | Response>): Promise<Response> {
  try {
    const outcome = await take();
    if (outcome instanceof Response) return withPolicy(outcome);
    if (!outcome.ok) return refused(outcome.refusal.kind === "forbidden" ? 403 : 404);
    const { bytes, contentType, fileName } = outcome.value;
    return new Response(bytes, {
      headers: {
        "content-type": contentType,
        "content-disposition": inlineNamed(fileName),
        "content-security-policy": policyOf(contentType),
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    log.error({ err: error }, error instanceof DamagedFileError ? "a damaged file was not shown" : "no view");
    return refused(500);
  }
}

/** Chromium shows no PDF in a sandbox: its viewer is a process of its own, which has nothing of our origin. */
function policyOf(contentType: string): string {
  return contentType === "application/pdf" ? FRAMED : SANDBOXED;
}

function refused(status: number): Response {
  return new Response(null, {
    status,
    headers: { "content-security-policy": SANDBOXED, "cache-control": "no-store" },
  });
}

function withPolicy(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("content-security-policy", SANDBOXED);
  return new Response(response.body, { status: response.status, headers });
}
