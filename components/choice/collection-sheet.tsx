import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import type { loadCollection } from "@/lib/features/choice/loaders";
import { formatNumber } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadCollection>>;

/** Wording with its hash, the five items of R223-1, the access to the proof, and how many consents hold. */
export function CollectionSheet({
  collection,
  holding,
}: Pick<Loaded, "collection" | "holding"> & { org: string }) {
  const t = useTranslations("choice.consents");
  const cited = useTranslations("ui");
  const locale = useLocale();
  const { purpose, wording, wordingSha256, items, proofPlace } = collection;
  return (
    <Part id="collection" article={cited("article", { article: "R223-1" })} title={t("collection")}>
      <dl>
        <RecordField label={t("today")}>{formatNumber(holding.today, locale)}</RecordField>
        <RecordField label={t("later")}>{formatNumber(holding.later, locale)}</RecordField>
        <RecordField label={t("purpose")}>
          <bdi>{purpose || t("everyPurpose")}</bdi>
        </RecordField>
        <RecordField label={t("wording")}>
          <bdi className="whitespace-pre-line">{wording}</bdi>
          <span className="block muted wrap-anywhere">
            SHA-256 <bdi dir="ltr">{wordingSha256}</bdi>
          </span>
        </RecordField>
        {CONSENT_ITEMS.map((item) => (
          <RecordField key={item} label={t(`items.${item}`)}>
            {t(`answers.${items[item] ?? "unknown"}`)}
          </RecordField>
        ))}
        <RecordField label={t("proofPlace")}>
          <bdi>{proofPlace}</bdi>
        </RecordField>
      </dl>
    </Part>
  );
}
