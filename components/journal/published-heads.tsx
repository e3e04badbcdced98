import { Download } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locale";
import { formatDay, formatNumber } from "@/lib/i18n/format";

type Published = { day: string; seq: number; count: number };

/** Posts a plain form, so that the download needs no JavaScript. */
export function PublishedHeads({
  org,
  published,
  hasFailed,
}: {
  org: string;
  published: Published | null;
  hasFailed: boolean;
}) {
  const t = useTranslations("journal.published");
  const locale = useLocale();
  return (
    <section aria-labelledby="published-heads" className="mt-4 print:hidden">
      <h2 id="published-heads" className="text-base">
        {t("title")}
      </h2>
      <p className="muted prose-line">{t("lead")}</p>
      <p className="prose-line">{published ? t("latest", wordsOf(published, locale)) : t("none")}</p>
      {hasFailed && <p role="alert">{t("failed")}</p>}
      {published && (
        <form method="post" action={`/api/journal-heads/${org}`} className="pt-2">
          <Button type="submit" icon={Download}>
            {t("take")}
          </Button>{" "}
          <Link href={`/${org}/journal/heads`}>{t("eachDay")}</Link>
        </form>
      )}
    </section>
  );
}

function wordsOf({ day, seq, count }: Published, locale: Locale) {
  return { day: formatDay(day, locale, { long: true }), number: formatNumber(seq, locale), count };
}
