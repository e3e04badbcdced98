import { History } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Day } from "@/components/ui/deadline";
import { Icon } from "@/components/ui/icon";
import type { AsOf } from "@/lib/domain/time/as-of";
import { formatDay, formatInstant } from "@/lib/i18n/format";

type AsOfLineProps = { asOf: AsOf; todayHref: string };

/** Printed too, so that a past state is never mistaken for the current one. */
export function AsOfLine({ asOf, todayHref }: AsOfLineProps) {
  const t = useTranslations("history.asOf");
  const locale = useLocale();
  return (
    <Line note={<b>{t("margin")}</b>} className="as-of-line">
      <p className="as-of" role="note">
        <Icon of={History} />
        <span>
          <b>
            <Day text={t("line", { day: formatDay(asOf.day, locale, { long: true }) })} />
          </b>{" "}
          {t("means", {
            casablanca: formatInstant(asOf.endMs, "Africa/Casablanca", locale),
            paris: formatInstant(asOf.endMs, "Europe/Paris", locale),
          })}
        </span>
        <Link href={todayHref} prefetch={false}>
          {t("today")}
        </Link>
      </p>
    </Line>
  );
}
