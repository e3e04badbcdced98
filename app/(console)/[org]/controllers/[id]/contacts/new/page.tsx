import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/contact/invite-form";
import { MailServerMissing } from "@/components/shell/mail-server-missing";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadInvite } from "@/lib/features/contact/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("contact", "invite.title");

export default async function InviteContactPage({ params }: PageProps) {
  const { org, id } = await params;
  const { controller, canSend } = await loadInvite(org, id);
  const t = await getTranslations("contact");
  return (
    <Sheet>
      <PageHead
        article={t("article")}
        title={t("invite.title")}
        lead={t("invite.lead", { controller: controller.legalName })}
      />
      <Line>
        {canSend ? (
          <Words of={["form", "contact"]}>
            <InviteForm org={org} controllerId={id} language={controller.language} />
          </Words>
        ) : (
          <MailServerMissing />
        )}
      </Line>
    </Sheet>
  );
}
