import { leaveSubscription } from "@/lib/features/public-page/write/subscriptions";
import { seeOther } from "@/lib/platform/request/request";

type Context = { params: Promise<{ token: string }> };

/** RFC 8058: a mail client posts here, without a session, for a reader who wants no more of these letters. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  await leaveSubscription({ token: (await params).token });
  return new Response(null, { status: 200 });
}

/** Asks whoever opens it in a browser to press: a GET changes nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return seeOther(`/subscriptions/leave/${encodeURIComponent((await params).token)}`);
}
