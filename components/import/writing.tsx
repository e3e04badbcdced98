"use client";

import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { Line } from "@/components/shell/sheet";
import { SubmitButton } from "@/components/ui/button";
import { stop } from "@/lib/features/import/actions";
import type { ImportProgress } from "@/lib/features/import/loaders";
import { formatNumber } from "@/lib/i18n/format";
import { ImportNotice } from "./import-notice";
import { useImportForm } from "./use-import-form";
import { useRefresh } from "./use-refresh";

const EVERY_SECONDS_WITHOUT_SCRIPT = 3;

type WritingProps = { org: string; run: { id: string } } & Pick<ImportProgress, "progress">;

/** Refreshes with or without JavaScript until the import is written. */
export function Writing({ org, run, progress: { written, total } }: WritingProps) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const { state, pending, props } = useImportForm(bindAction(stop, org));
  useRefresh();
  const values = { written: formatNumber(written, locale), total: formatNumber(total, locale) };
  const isWritten = total > 0 && written === total;
  const stated =
    total === 0 ? t("writing.planning") : t(isWritten ? "writing.closing" : "writing.count", values);
  return (
    <Line>
      <noscript>
        <meta httpEquiv="refresh" content={String(EVERY_SECONDS_WITHOUT_SCRIPT)} />
      </noscript>
      <ImportNotice state={state} />
      <h2 className="mt-5">{t("writing.title")}</h2>
      <p role="status">{stated}</p>
      <progress
        className="mt-2 w-full max-w-md accent-accent"
        aria-label={t("writing.title")}
        {...(total === 0 || isWritten ? {} : { value: written, max: total })}
      />
      <p className="muted prose-line mt-2">{t("writing.text")}</p>
      {!isWritten && (
        <form {...props} className="bar">
          <input type="hidden" name="id" value={run.id} />
          <SubmitButton tone="bare" pending={pending}>
            {t("writing.stop")}
          </SubmitButton>
        </form>
      )}
    </Line>
  );
}
