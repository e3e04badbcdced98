import NextAuth from "next-auth";
import { authOptions } from "@/lib/platform/auth/options";
import { deviceOf } from "@/lib/platform/auth/device";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: Request, context: Context) {
  return NextAuth(request as never, context as never, authOptions(deviceOf(request.headers)));
}

export { handle as GET, handle as POST };
