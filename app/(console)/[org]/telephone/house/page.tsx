import { getLocale, getTranslations } from "next-intl/server";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { HouseForm } from "@/components/telephone/house-form";
import { HouseList } from "@/components/telephone/house-list";
import { TelephonePages } from "@/components/telephone/telephone-pages";
import { loadHouseRule } from "@/lib/features/telephone/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("telephone", "house.title");

/** Shows what the organisation asks of its own calls beyond the law. */
export default async function HouseRulePage({ params }: PageProps) {
  const { org } = await params;
  const { house, version, versions, mayTighten } = await loadHouseRule(org);
  const [t, locale] = await Promise.all([getTranslations("telephone"), getLocale()]);
  return (
    <Sheet>
      <PageHead title={t("house.title")} lead={t("house.lead")} />
      <TelephonePages org={org} current="house" />
      <Part title={t("house.current")}>
        <HouseList house={house} />
      </Part>
      {mayTighten && (
        <Part title={t("house.edit")}>
          <Words of={["form", "telephone"]}>
            <HouseForm key={version} {...{ org, house, version }} />
          </Words>
        </Part>
      )}
      {versions.length > 0 && (
        <Part title={t("house.history")}>
          <ol>
            {versions.map(({ version: number, reason, at, authorName: name }) => (
              <li key={number} className="border-b border-rule py-2">
                <b>{t("house.version", { number })}</b> <bdi>{reason}</bdi>
                <p className="muted">
                  {formatInstant(at, "Africa/Casablanca", locale)} {t("house.by", { name })}
                </p>
              </li>
            ))}
          </ol>
        </Part>
      )}
    </Sheet>
  );
}
