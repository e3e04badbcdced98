import { getTranslations } from "next-intl/server";
import { LawFrame } from "@/components/law/law-frame";
import { PortalPart } from "@/components/shell/portal-page";
import { type ExplainedLaw, PROVISIONS } from "@/lib/domain/statute/provisions";
import { titled } from "@/lib/i18n/titled";

const LAWS: readonly ExplainedLaw[] = ["gdpr", "conso"];

export const generateMetadata = titled("law-page", "title");

export default async function LawPage() {
  const t = await getTranslations("law-page");
  return (
    <LawFrame title={t("title")} lead={t("lead")}>
      {LAWS.map((law) => (
        <PortalPart key={law} title={t(`laws.${law}`)}>
          <dl className="public-facts">
            {PROVISIONS.filter((provision) => provision.law === law).map(({ id, article }) => (
              <div key={id}>
                <dt>
                  <bdi>{article}</bdi>
                </dt>
                <dd>
                  <a href={`/law/${id}`}>{t(`provisions.${id}.title`)}</a>
                </dd>
              </div>
            ))}
          </dl>
        </PortalPart>
      ))}
    </LawFrame>
  );
}
