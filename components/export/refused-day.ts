import type { useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

/** Words for a day that is none, lies in the future, or precedes every entry. */
export function describeRefusedDay(
  t: ReturnType<typeof useTranslations<"export-page">>,
  refused: string,
  { on, locale }: { on: string; locale: Locale },
): string {
  if (refused === "nothing") return t("days.nothing", { given: formatDay(on, locale, { long: true }) });
  return t(refused === "future" ? "days.future" : "days.notADay", { given: on });
}
