import { Download } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import type { Locale } from "@/lib/i18n/locale";
import { formatDay, formatInstant, formatNumber } from "@/lib/i18n/format";

type Published = { day: string; seq: number; count: number };
/** `at` in milliseconds since 1970. */
type Stamp = { authority: string; at: number; seq: number };

/** Posts a plain form, so that the download needs no JavaScript. */
export function PublishedHeads({
  org,
  published,
  stamp,
  stampedBy,
  hasFailed,
}: {
  org: string;
  published: Published | null;
  stamp: Stamp | null;
  /** Host of the authority that the operator names, or null. */
  stampedBy: string | null;
  hasFailed: boolean;
}) {
  const t = useTranslations("journal.published");
  const locale = useLocale();
  const isStampDue = stamp
    ? published !== null && published.seq > stamp.seq
    : stampedBy !== null && published !== null;
  return (
    <section id="heads" className="mt-4 print:hidden">
      <Fold title={t("title")} isOpen={hasFailed || isStampDue}>
        <p className="muted prose-line">{t("lead")}</p>
        <p className="prose-line">{published ? t("latest", wordsOf(published, locale)) : t("none")}</p>
        {stamp ? (
          <p className="prose-line">
            {t("stamped", {
              number: formatNumber(stamp.seq, locale),
              authority: stamp.authority,
              at: formatInstant(stamp.at, "Africa/Casablanca", locale, { long: true }),
            })}{" "}
            {published && isStampDue && (
              <b>{t("stampLags", { number: formatNumber(published.seq, locale) })}</b>
            )}
          </p>
        ) : (
          stampedBy && <p className="prose-line">{t("unstamped", { host: stampedBy })}</p>
        )}
        {hasFailed && <p role="alert">{t("failed")}</p>}
        {published && (
          <form method="post" action={`/api/journal-heads/${org}`} className="pt-2">
            <Button type="submit" icon={Download}>
              {t("take")}
            </Button>{" "}
            <Link href={`/${org}/journal/heads`}>{t("eachDay")}</Link>
          </form>
        )}
      </Fold>
    </section>
  );
}

function wordsOf({ day, seq, count }: Published, locale: Locale) {
  return { day: formatDay(day, locale, { long: true }), number: formatNumber(seq, locale), count };
}
