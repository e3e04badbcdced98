import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { formatInstant, formatNumber } from "@/lib/i18n/format";

type ReceivedFileProps = {
  file: { id: string; recordedAt: number; sha256: string; refusedCount: number };
  /** Messages that name the counts and the act of taking refused lines. */
  words: string;
  counts: Readonly<Record<string, number>>;
  /** Route that gives the refused lines. */
  linesAt: string;
  /** Beside the instant of receipt. */
  about?: ReactNode;
  /** Below the counts. */
  children?: ReactNode;
};

/** A file that was read and is not stored: its counts, its hash, and the lines that were refused. */
export function ReceivedFile({ file, words, counts, linesAt, about, children }: ReceivedFileProps) {
  const t = useTranslations(words);
  const locale = useLocale();
  return (
    <li className="border-b border-rule py-3">
      <b>{formatInstant(file.recordedAt, "Africa/Casablanca", locale)}</b>
      {about}
      <p>
        {Object.entries(counts).map(([name, count]) => (
          <span key={name} className="me-4 inline-block">
            {t(`counts.${name}`)} {formatNumber(count, locale)}
          </span>
        ))}
      </p>
      {children}
      <p className="muted wrap-anywhere">
        SHA-256 <bdi dir="ltr">{file.sha256}</bdi>
      </p>
      {file.refusedCount > 0 && (
        <form method="post" action={linesAt}>
          <input type="hidden" name="id" value={file.id} />
          <input type="hidden" name="language" value={locale} />
          <Button type="submit" tone="bare">
            {t("takeLines")}
          </Button>
        </form>
      )}
    </li>
  );
}
