"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { Line } from "@/components/shell/sheet";
import type { ImportProgress } from "@/lib/features/import/loaders";
import { formatNumber } from "@/lib/i18n/format";

const EVERY_MS = 1_000;
const EVERY_SECONDS_WITHOUT_SCRIPT = 3;

/** How far a long import is; asked again by itself, with a script or without, until it is written. */
export function Writing({ progress: { written, total } }: Pick<ImportProgress, "progress">) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  const values = { written: formatNumber(written, locale), total: formatNumber(total, locale) };
  const said = total === 0 ? t("writing.planning") : t("writing.count", values);
  return (
    <Line>
      <noscript>
        <meta httpEquiv="refresh" content={String(EVERY_SECONDS_WITHOUT_SCRIPT)} />
      </noscript>
      <h2 className="mt-5">{t("writing.title")}</h2>
      <p role="status">{said}</p>
      <progress
        className="mt-2 w-full max-w-md accent-accent"
        aria-label={t("writing.title")}
        {...(total === 0 ? {} : { value: written, max: total })}
      />
      <p className="muted prose-line mt-2">{t("writing.text")}</p>
    </Line>
  );
}
