import { useLocale, useTranslations } from "next-intl";
import { RecordField } from "@/components/ui/record-field";
import { centsAsDecimal } from "@/lib/domain/organisation/turnover";
import type { CeilingWorking } from "@/lib/domain/statute/ceilings";
import type { loadOrganisation } from "@/lib/features/organisation/loaders";
import { isolate } from "@/lib/i18n/bidi";
import { formatList, formatMoney } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadOrganisation>>;
type CeilingValuesProps = { of: Loaded["organisation"]; ceilings: Loaded["ceilings"] };

const TIERS = { "83(4)": "lower", "83(5)": "upper" } as const;

/** Ceilings of article 83 with their computation; none where duties bind by contract alone, with the reason. */
export function CeilingValues({ of: it, ceilings: { workings, euros, bound } }: CeilingValuesProps) {
  const t = useTranslations("organisation.ceilings");
  const locale = useLocale();
  if (workings.length === 0) return <NoCeiling />;
  return (
    <>
      <p className="muted mt-5 mb-2 prose-line">
        {bound.length > 0
          ? t("basis.byContracts", { clients: formatList(bound, locale) })
          : t(`basis.${it.gdprBinding === "direct-3-2" ? "direct" : "establishment"}`)}{" "}
        {t(euros === null ? "unknownTurnover" : "undertaking")}
      </p>
      <dl>
        {workings.map((working) => (
          <Ceiling key={working.tier} working={working} />
        ))}
      </dl>
      <p className="muted mt-2 prose-line">{t("notPenalty")}</p>
    </>
  );
}

function Ceiling({ working }: { working: CeilingWorking }) {
  const t = useTranslations("organisation.ceilings");
  const locale = useLocale();
  const money = (cents: bigint) => isolate(formatMoney(centsAsDecimal(cents), "EUR", locale), locale);
  const { tier, amountCents, percent, shareCents, ceilingCents, higher } = working;
  return (
    <RecordField label={t(`tiers.${TIERS[tier]}.label`)}>
      <b className="text-[18px]">
        <bdi>{formatMoney(centsAsDecimal(ceilingCents), "EUR", locale)}</bdi>
      </b>
      <p>
        {shareCents === null
          ? t("workingUnknown", { amount: money(amountCents), percent })
          : t(`workings.${higher}`, { amount: money(amountCents), percent, share: money(shareCents) })}
      </p>
      <p className="muted">{t(`tiers.${TIERS[tier]}.duties`)}</p>
    </RecordField>
  );
}

function NoCeiling() {
  const t = useTranslations("organisation.ceilings.none");
  return (
    <section className="mt-5 prose-line">
      <h3 className="font-semibold">{t("title")}</h3>
      <p className="muted mt-1">{t("why")}</p>
      <p className="mt-2">{t("changes")}</p>
      <ul className="list-disc ps-5">
        {(["reach", "establishment", "instructions"] as const).map((change) => (
          <li key={change}>{t(`change.${change}`)}</li>
        ))}
      </ul>
      <p className="muted mt-2">{t("remains")}</p>
    </section>
  );
}
