import { useLocale, useTranslations } from "next-intl";
import type { Fact } from "@/lib/domain/breach/facts";
import { formatInstant, formatNumber, joinParts } from "@/lib/i18n/format";

/** Describes what a fact says, in the reader's language: its codes in words, then what was written. */
export function FactWords({ fact }: { fact: Pick<Fact, "value"> }) {
  const t = useTranslations("breach");
  const locale = useLocale();
  const { value } = fact;
  if (value.isWithdrawn) return <i>{t("facts.withdrawn")}</i>;
  if (value.isUnknown) return <span className="void">{t("facts.unknown")}</span>;
  const instant = (at: number) => formatInstant(at, "Africa/Casablanca", locale);
  const parts = [
    typeof value.count === "number" &&
      `${value.isApproximate ? `${t("facts.about")} ` : ""}${formatNumber(value.count, locale)}`,
    value.natures &&
      joinParts(
        value.natures.map((nature) => t(`natures.${nature}`)),
        locale,
      ),
    value.protection && t(`protections.${value.protection}`),
    value.circumstance && t(`circumstances.${value.circumstance}`),
    value.band && t(`bands.${value.band}`),
    typeof value.isUndue === "boolean" && t(`delays.${value.isUndue ? "undue" : "prompt"}`),
    value.severity && t("facts.scored"),
    value.name,
    value.told && t(`told.${value.told}`),
    typeof value.until === "number" && t("facts.until", { when: instant(value.until) }),
    typeof value.toldAt === "number" && t("facts.reportedAt", { when: instant(value.toldAt) }),
  ].filter(Boolean);
  return (
    <>
      {parts.length > 0 && (
        <span>
          {parts.join(" · ")}
          {value.text ? " · " : ""}
        </span>
      )}
      {value.text && (
        <bdi className="whitespace-pre-line" dir="auto">
          {value.text}
        </bdi>
      )}
    </>
  );
}
