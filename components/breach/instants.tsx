import { useLocale, useTranslations } from "next-intl";
import { Instant } from "@/components/ui/deadline";
import { localParts } from "@/lib/domain/time/zones";
import { formatInstant } from "@/lib/i18n/format";

/** "09:40" on the wall of Casablanca. */
export function hourText(instant: number): string {
  const { hour, minute } = localParts("Africa/Casablanca", instant);
  return [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
}

/** An instant in Casablanca and in Paris, each with its offset. */
export function BothCities({ at }: { at: number }) {
  const t = useTranslations("breach");
  const locale = useLocale();
  const iso = new Date(at).toISOString();
  return (
    <>
      <Instant iso={iso} text={formatInstant(at, "Africa/Casablanca", locale, { weekday: true })} />
      <br />
      {t("orParis")} <Instant iso={iso} text={formatInstant(at, "Europe/Paris", locale, { weekday: true })} />
    </>
  );
}
