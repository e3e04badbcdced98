import NextAuth from "next-auth";
import { signInByLink } from "@/lib/features/portal-sign-in/mutations";
import { authOptions } from "@/lib/platform/auth/options";
import { deviceOf } from "@/lib/platform/auth/device";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: Request, context: Context) {
  return NextAuth(request as never, context as never, authOptions(deviceOf(request.headers), signInByLink));
}

export { handle as GET, handle as POST };
