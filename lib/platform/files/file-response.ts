import type { Outcome } from "@/lib/domain/outcome/outcome";
import { attachmentNamed } from "@/lib/platform/transport/attachment-name";
import { log } from "@/lib/platform/log/log";
import { DamagedFileError } from "./chunks";
import type { StoredFile } from "./store";

/**
 * A file as inert bytes: its type as sniffed, never guessed again, never run. The browser keeps a logo under its hash
 * and asks each time whether it may still show it; a document is taken anew each time, since each taking is written.
 */
export async function fileResponse(
  request: Request,
  take: () => Promise<Outcome<StoredFile>>,
): Promise<Response> {
  try {
    const outcome = await take();
    if (!outcome.ok) return new Response(null, { status: outcome.refusal.kind === "forbidden" ? 403 : 404 });
    const { bytes, contentType, fileName, purpose, sha256 } = outcome.value;
    if (purpose === "document")
      return new Response(bytes, {
        headers: { ...INERT, ...asDocument(fileName), "content-type": contentType },
      });
    const headers = { ...INERT, "content-type": contentType, etag: `"${sha256}"` };
    if (request.headers.get("if-none-match") === headers.etag)
      return new Response(null, { status: 304, headers });
    return new Response(bytes, { headers });
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    log.error({ err: error }, "a damaged file was not served");
    return new Response(null, { status: 500, headers: { "cache-control": "no-store" } });
  }
}

// A picture in a page is shown all the same; followed as an address, it is saved and not opened.
const INERT = {
  "content-disposition": "attachment",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "private, no-cache",
};

function asDocument(fileName: string) {
  return { "content-disposition": attachmentNamed(fileName), "cache-control": "private, no-store" };
}
