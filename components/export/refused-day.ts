import type { useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

/** Why nothing was made of the day asked for: no day, one to come, or one on which no entry was kept. */
export function describeRefusedDay(
  t: ReturnType<typeof useTranslations<"export-page">>,
  refused: string,
  { on, locale }: { on: string; locale: Locale },
): string {
  if (refused === "nothing") return t("days.nothing", { given: formatDay(on, locale, { long: true }) });
  return t(refused === "future" ? "days.future" : "days.notADay", { given: on });
}
