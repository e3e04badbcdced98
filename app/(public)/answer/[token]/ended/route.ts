import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { loadAsked } from "@/lib/features/consultation/loaders";
import { readChoice } from "@/lib/domain/account/browser-choice";
import { endedPage } from "@/lib/i18n/ended-page";
import { resolveLocale } from "@/lib/i18n/locale";

type Context = { params: Promise<{ token: string }> };

/** Answers each link that does not serve with a plain page: 404 where nobody made it, 410 where it is over. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const { status } = await loadAsked(token);
  if (status === "valid") redirect(`/answer/${encodeURIComponent(token)}`);
  const stored = await cookies();
  const chosen = readChoice("locale", (name) => stored.get(name)?.value);
  const asked = await headers();
  const locale = resolveLocale(chosen, asked.get("accept-language"));
  return endedPage(status, locale, asked.get("x-nonce") ?? "");
}
