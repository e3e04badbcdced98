import NextAuth from "next-auth";
import { signInByLink } from "@/lib/features/link-sign-in/write/mutations";
import { authOptions } from "@/lib/platform/auth/options";
import { deviceOf } from "@/lib/platform/auth/device";
import { isTooLong } from "@/lib/platform/request/request";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Limits next-auth to these addresses: its own pages and its list of providers are replaced. */
const SERVED = ["callback/credentials", "callback/link"];

/** Limits the size of the posted form. */
export async function POST(request: Request, context: Context): Promise<Response> {
  if (!SERVED.includes((await context.params).nextauth.join("/"))) return new Response(null, { status: 404 });
  if (isTooLong(request, 0)) return new Response(null, { status: 413 });
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  if (!isForm) return new Response(null, { status: 415 });
  return answer(request, context);
}

/** Addresses to which next-auth redirects a refused sign-in; the application's page gives the reason. */
const LEADING_ON = ["error", "signin"];

export async function GET(request: Request, context: Context): Promise<Response> {
  if (!LEADING_ON.includes((await context.params).nextauth.join("/")))
    return new Response(null, { status: 404 });
  return answer(request, context);
}

function answer(request: Request, context: Context): Promise<Response> {
  return NextAuth(
    request as never,
    context as never,
    authOptions(deviceOf(request.headers), signInByLink),
  ) as Promise<Response>;
}
