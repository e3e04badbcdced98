import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { RecordField } from "@/components/ui/record-field";
import type { LoadedWork } from "@/lib/features/dpo-work/loaders";
import { formatDay, joinParts } from "@/lib/i18n/format";

const PUBLISHED = ["publish", "tell-cnil", "tell-cndp"] as const;

/** Publication and communication by their facts; the DPO is named by the organisation's own page. */
export function DesignationPart({ org, loaded: { dpo, facts } }: { org: string; loaded: LoadedWork }) {
  const t = useTranslations("dpo-work");
  const cited = useTranslations("ui");
  const locale = useLocale();
  const contact = joinParts([dpo?.dpoName ?? "", dpo?.dpoEmail ?? "", dpo?.dpoPhone ?? ""], locale);
  return (
    <Part
      id="publication"
      article={cited("article", { article: "37(7)" })}
      title={t("kinds.dpo-designation.title")}
    >
      <dl>
        <RecordField label={t("sheet.dpo")}>
          <Link href={`/${org}/organisation`} prefetch={false}>
            <bdi>{contact || t("sheet.noDpo")}</bdi>
          </Link>
          <span className="block muted">{t("sheet.dpoNote")}</span>
        </RecordField>
        {PUBLISHED.map((event) => {
          const fact = facts.find((one) => one.event === event);
          return (
            <RecordField key={event} label={t(`events.${event}.label`)}>
              {fact && (
                <>
                  {formatDay(fact.factOn, locale)} {fact.detail && <bdi>· {fact.detail}</bdi>}
                </>
              )}
            </RecordField>
          );
        })}
      </dl>
      {dpo?.gdprBinding === "contractual-only" && <p className="muted mt-3">{t("sheet.notBound")}</p>}
    </Part>
  );
}
