import { getTranslations } from "next-intl/server";
import { LanguageForm } from "@/components/portal/language-form";
import { PeoplePart } from "@/components/portal/people-part";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { Words } from "@/components/shell/words";
import { loadOwnContact } from "@/lib/features/portal/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.me");

export default async function OwnContactPage({ params }: PageProps) {
  const { contact } = await params;
  const own = await loadOwnContact(contact);
  const t = await getTranslations("portal");
  return (
    <>
      <PortalHead title={own.name} lead={t("me.lead")} />
      <PortalPart title={t("me.known")}>
        <dl>
          <div className="field two">
            <dt>{t("me.email")}</dt>
            <dd>
              <bdi>{own.email}</bdi>
            </dd>
          </div>
          <div className="field two">
            <dt>{t("me.capacity")}</dt>
            <dd>{own.capacity || t("me.noCapacity")}</dd>
          </div>
          <div className="field two">
            <dt>{t("me.role")}</dt>
            <dd>
              {t(`roles.${own.role}.name`)} <span className="muted">{t(`roles.${own.role}.says`)}</span>
            </dd>
          </div>
        </dl>
      </PortalPart>
      <PeoplePart contact={contact} own={own} />
      <PortalPart title={t("me.letters")}>
        <Words of={["form", "portal"]}>
          <LanguageForm contact={contact} language={own.language} />
        </Words>
      </PortalPart>
    </>
  );
}
