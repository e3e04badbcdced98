import { useLocale, useTranslations } from "next-intl";
import type { ClauseReading } from "@/lib/domain/contract/content";
import { formatDay } from "@/lib/i18n/format";

/** States who marked a clause as present with its whole family, and when; a client reads the day alone. Nothing of a clause that was answered by itself. */
export function TogetherMark({ of }: { of: ClauseReading["markedTogether"] }) {
  const t = useTranslations("contract-clauses.reader");
  const locale = useLocale();
  if (!of) return null;
  const day = formatDay(of.on, locale);
  return <p className="muted">{of.by ? t("together", { name: of.by, day }) : t("togetherOn", { day })}</p>;
}
