import { useLocale, useTranslations } from "next-intl";
import { Seal } from "@/components/ui/seal";
import { formatNumber } from "@/lib/i18n/format";

/** A noted head proves that nothing before it was altered. */
export function JournalHead({ head }: { head: { seq: number; hash: string } }) {
  const t = useTranslations("journal");
  const locale = useLocale();
  return (
    <div className="mt-3">
      <Seal
        title={t("head.title", { number: formatNumber(head.seq, locale) })}
        when={t("head.chain")}
        hash={head.hash}
      />
      <p className="muted mt-3 prose-line">{t("head.verify")}</p>
    </div>
  );
}
