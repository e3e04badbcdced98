import { useLocale, useTranslations } from "next-intl";
import type { ControllerClock } from "@/lib/domain/rights-request/clocks";
import type { Zone } from "@/lib/domain/time/zones";
import { formatDay, formatInstant } from "@/lib/i18n/format";

type Announced = Exclude<ControllerClock["extension"], { status: "none" }>;

/** Says when an extension was announced, and what it moves: nothing after the first month, 12(3). */
export function ExtensionWords({ extension, zone }: { extension: Announced; zone: Zone }) {
  const t = useTranslations("rights-request.clocks");
  const locale = useLocale();
  const when = formatInstant(extension.announcedAt, zone, locale);
  return extension.status === "late"
    ? t("extensionLate", { when })
    : t("extensionInTime", { when, day: formatDay(extension.period.lastDay, locale) });
}
