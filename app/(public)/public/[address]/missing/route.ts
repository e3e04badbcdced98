import { cookies, headers } from "next/headers";
import { readChoice } from "@/lib/domain/account/browser-choice";
import { missingPage } from "@/lib/i18n/ended-page";
import { resolveLocale } from "@/lib/i18n/locale";

/**
 * Answers an address of a public page that nobody has, or that is closed, with a plain page, 404: what a page of Next answers
 * by itself is blank without scripts.
 */
export async function GET(): Promise<Response> {
  const stored = await cookies();
  const browser = await headers();
  const chosen = readChoice("locale", (name) => stored.get(name)?.value);
  const locale = resolveLocale(chosen, browser.get("accept-language"));
  return missingPage(locale, browser.get("x-nonce") ?? "");
}
