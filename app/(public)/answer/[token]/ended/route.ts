import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { loadAsked } from "@/lib/features/consultation/loaders";
import { readChoice } from "@/lib/domain/account/browser-choice";
import { endedPage } from "@/lib/i18n/ended-page";
import { resolveLocale } from "@/lib/i18n/locale";

type Context = { params: Promise<{ token: string }> };

/**
 * Answers each link that does not serve with a plain page: 404 where nobody made it, 410 where it is over. One by which
 * something is agreed still serves, to withdraw it.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const asked = await loadAsked(token);
  const here = `/answer/${encodeURIComponent(token)}`;
  if (asked.status === "valid") redirect(here);
  if (asked.status !== "unknown" && asked.agreed.length > 0) redirect(here);
  const stored = await cookies();
  const chosen = readChoice("locale", (name) => stored.get(name)?.value);
  const browser = await headers();
  const language = asked.status === "unknown" ? undefined : asked.language;
  const locale = resolveLocale(chosen ?? language, browser.get("accept-language"));
  const nonce = browser.get("x-nonce") ?? "";
  if (asked.status === "unknown") return endedPage({ status: "unknown" }, locale, nonce);
  const { status, processor, controller, choices } = asked;
  const receipt = choices.length > 0 ? `${here}/receipt` : null;
  return endedPage({ status, processor, controller, receipt }, locale, nonce);
}
