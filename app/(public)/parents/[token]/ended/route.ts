import { cookies, headers } from "next/headers";
import { readChoice } from "@/lib/domain/account/browser-choice";
import { endedPage } from "@/lib/i18n/ended-page";
import { resolveLocale } from "@/lib/i18n/locale";

/** Answers a link that nobody made with a plain page, 404. */
export async function GET(): Promise<Response> {
  const stored = await cookies();
  const browser = await headers();
  const chosen = readChoice("locale", (name) => stored.get(name)?.value);
  const locale = resolveLocale(chosen, browser.get("accept-language"));
  return endedPage({ status: "unknown" }, locale, browser.get("x-nonce") ?? "");
}
