import { z } from "zod";
import { openZip, exportDossier } from "@/lib/features/dossier/write/mutations";
import type { Ctx } from "@/lib/platform/request/context";
import { readRange } from "@/lib/platform/transport/range";

type Asked = {
  id: string;
  /** Asked before a dossier of every client leaves; the answer that asks for it, or null. */
  prove?: () => Promise<Response | null>;
};

/**
 * Answers a part where one is asked for, so that a download that broke off goes on. HEAD states size and validator alone:
 * nothing leaves, so nothing is journalled.
 */
export async function sendZip(request: Request, ctx: Ctx, { id, prove }: Asked): Promise<Response> {
  if (!z.uuid().safeParse(id).success) return new Response(null, { status: 404 });
  const found = await openZip(ctx, id);
  if (!found.ok) return new Response(null, { status: found.refusal.kind === "forbidden" ? 403 : 404 });
  const { size, sha256, fileName, isOfEveryone, read } = found.value;
  const headers = {
    "content-type": "application/zip",
    "content-disposition": `attachment; filename="${fileName}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
    "accept-ranges": "bytes",
    etag: `"${sha256}"`,
  };
  if (request.method === "HEAD")
    return new Response(null, { headers: { ...headers, "content-length": String(size) } });
  const unproved = isOfEveryone ? await prove?.() : null;
  if (unproved) return unproved;
  const range = readRange(request.headers, { size, etag: headers.etag });
  if (range === "unsatisfiable")
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } });
  const exported = await exportDossier(ctx, id, range);
  if (!exported.ok) return new Response(null, { status: 404 });
  const { from, to } = range ?? { from: 0, to: size - 1 };
  return new Response(read(from, to), {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      "content-length": String(to - from + 1),
      ...(range && { "content-range": `bytes ${from}-${to}/${size}` }),
    },
  });
}
