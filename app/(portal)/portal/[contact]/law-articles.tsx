import { getLocale, getTranslations } from "next-intl/server";
import { loadPortalArticles } from "@/lib/features/portal/loaders";
import { joinParts } from "@/lib/i18n/format";
import { provisionTexts } from "@/lib/i18n/obligation-words";

type LawArticlesProps = { contact: string; of: readonly string[]; after?: string };

/** Articles of the GDPR under the name and number that the laws of the contact's own controller give them. */
export async function LawArticles({ contact, of, after = "" }: LawArticlesProps) {
  const [provisions, t, locale] = await Promise.all([
    loadPortalArticles(contact, of),
    getTranslations("obligation"),
    getLocale(),
  ]);
  const texts = [...new Set(provisionTexts(t, provisions))];
  return <b>{joinParts([after, joinParts(texts, locale)], locale, " · ")}</b>;
}
