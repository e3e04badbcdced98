import { useLocale } from "next-intl";
import { Instant } from "@/components/ui/deadline";
import { formatInstant } from "@/lib/i18n/format";

/** An instant in Casablanca and in Paris, each with its offset. */
export function BothCities({ at }: { at: number }) {
  const locale = useLocale();
  const iso = new Date(at).toISOString();
  return (
    <>
      <Instant iso={iso} text={formatInstant(at, "Africa/Casablanca", locale)} /> ·{" "}
      <Instant iso={iso} text={formatInstant(at, "Europe/Paris", locale)} />
    </>
  );
}
