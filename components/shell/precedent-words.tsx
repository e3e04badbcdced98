import { useLocale, useTranslations } from "next-intl";
import {
  agreeingFeatures,
  type ComparedPrecedent,
  type PrecedentFeature,
  type PrecedentStanding,
} from "@/lib/domain/breach/precedents";
import { formatList } from "@/lib/i18n/format";

type PrecedentWordsProps = {
  compared: readonly ComparedPrecedent[];
  standings: readonly PrecedentStanding[];
};

/** Examples of EDPB 01/2021 beside a breach: a help for the controller, which decides, art. 33(1) and 34. */
export function PrecedentWords({ compared, standings }: PrecedentWordsProps) {
  const t = useTranslations("breach.precedents");
  const nameFeatures = useFeatureNames();
  if (compared.length === 0) return null;
  return (
    <div className="mt-2">
      <b>{t("title")}</b>
      <ul>
        {compared.map(({ id, isAuthorityTold, arePersonsTold, differs, unknown, agreed }) => (
          <li key={id}>
            {t("example", { id, what: t(`examples.${id}`) })}{" "}
            {t(isAuthorityTold ? "authorityTold" : "authorityNotTold")}{" "}
            {t(arePersonsTold ? "personsTold" : "personsNotTold")}{" "}
            <span className="muted">
              {differs.length > 0
                ? t("differs", { features: nameFeatures(differs) })
                : t("alike", {
                    compared: agreeingFeatures({ differs, unknown, agreed }).length === 0 ? "none" : "some",
                    features: nameFeatures(agreeingFeatures({ differs, unknown, agreed })),
                  })}{" "}
              {unknown.length > 0 && t("unknown", { features: nameFeatures(unknown) })}
            </span>
          </li>
        ))}
      </ul>
      <p className="muted">{t("notCompared")}</p>
      {standings.map((standing) => (
        <p key={standing} className="muted">
          {t(`standings.${standing}`)}
        </p>
      ))}
    </div>
  );
}

function useFeatureNames() {
  const t = useTranslations("breach.precedents.features");
  const locale = useLocale();
  return (features: readonly PrecedentFeature[]) =>
    formatList(
      features.map((name) => t(name)),
      locale,
    );
}
