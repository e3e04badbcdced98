import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { readChoice } from "@/lib/domain/account/browser-choice";
import { resolveLocale } from "./locale";
import { loadMessages } from "./messages";

/** No language in addresses: a link sent to a colleague opens in the colleague's language. */
export default getRequestConfig(async ({ locale: asked }) => {
  const jar = await cookies();
  const chosen = readChoice("locale", (name) => jar.get(name)?.value);
  const locale = asked ?? resolveLocale(chosen, (await headers()).get("accept-language"));
  // Dates are shifted by shipped zone rules and written as UTC: no zone of the runtime is used.
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
