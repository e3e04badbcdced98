import { useLocale, useTranslations } from "next-intl";
import type { Certification } from "@/lib/domain/public-page/content";
import { isPublicPart } from "@/lib/domain/public-page/parts";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { LOCALE_NAMES } from "@/lib/i18n/locale";

/** Fields of the settings, in the order of the form. */
export const SETTING_NAMES = [
  ...["address", "parts", "activityFr", "activityEn", "activityAr", "certifications"],
] as const;

/** Labels of the settings, and their values in words. */
export function useSettingsWords() {
  const t = useTranslations("public-page");
  const parts = useTranslations("published.parts");
  const locale = useLocale();
  const join = (words: readonly string[]) => joinParts(words, locale);
  const nameCertification = ({ name = "", body = "", reference = "", until }: Partial<Certification>) =>
    join([name, body, reference, until ? formatDay(until, locale) : ""].filter(Boolean));
  const labels: Readonly<Record<string, string>> = {
    address: t("fields.address"),
    parts: t("fields.parts"),
    activityFr: t("fields.activityIn", { language: LOCALE_NAMES.fr }),
    activityEn: t("fields.activityIn", { language: LOCALE_NAMES.en }),
    activityAr: t("fields.activityIn", { language: LOCALE_NAMES.ar }),
    certifications: t("fields.certifications"),
  };
  const read = (name: string, value: unknown): string => {
    const values = [value].flat();
    if (name === "parts")
      return join(
        values
          .map(String)
          .filter(isPublicPart)
          .map((part) => parts(part)),
      );
    if (name === "certifications")
      return values
        .map((row) => nameCertification((row ?? {}) as Partial<Certification>))
        .filter(Boolean)
        .join("\n");
    return typeof value === "string" ? value : "";
  };
  return { labels, read };
}
