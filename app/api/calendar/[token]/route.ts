import { feedQuerySchema } from "@/lib/features/obligation/schema";
import { serveFeed } from "@/lib/features/obligation/write/serve-feed";
import { deviceOf } from "@/lib/platform/auth/device";

export const dynamic = "force-dynamic";

const NOT_STORED = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };
const HOUR_SECONDS = "3600";

/** Answers a calendar program, which has no session: the address is the secret, and is neither logged nor stored. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const asked = feedQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return new Response(null, { status: 404, headers: NOT_STORED });
  const { headers } = request;
  const served = await serveFeed(token, { device: deviceOf(headers), now: new Date(), query: asked.data });
  switch (served.kind) {
    case "calendar":
      return new Response(served.text, {
        headers: {
          ...NOT_STORED,
          "content-type": "text/calendar; charset=utf-8",
          "content-disposition": 'inline; filename="amana.ics"',
        },
      });
    case "csv":
      return new Response(served.text, {
        headers: {
          ...NOT_STORED,
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": 'inline; filename="amana.csv"',
        },
      });
    case "too-many":
      return new Response(null, { status: 429, headers: { ...NOT_STORED, "retry-after": HOUR_SECONDS } });
    case "unknown":
      return new Response(null, { status: 404, headers: NOT_STORED });
  }
}
