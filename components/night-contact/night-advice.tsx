import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import type { loadNightReach } from "@/lib/features/night-contact/loaders";

type NightAdviceProps = {
  org: string;
  controllerId: string;
  loaded: Awaited<ReturnType<typeof loadNightReach>>;
};

/** Advice on an entry whose controller nobody could reach at night, article 33(2): no gap of article 30. */
export function NightAdvice({ org, controllerId, loaded: { isReachable, mayManage } }: NightAdviceProps) {
  const t = useTranslations("night-contact");
  if (isReachable) return null;
  return (
    <Part id="night" title={t("title")} article={t("article")}>
      <p className="mt-3">{t("advice")}</p>
      {mayManage && (
        <p className="mt-2">
          <LinkButton tone="bare" href={`/${org}/controllers/${controllerId}/night-contacts/new`}>
            {t("add.open")}
          </LinkButton>
        </p>
      )}
    </Part>
  );
}
