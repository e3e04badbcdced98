import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/member/invite-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadMemberGate } from "@/lib/features/member/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("member", "invite.title");

export default async function InvitePage({ params }: PageProps) {
  const { org } = await params;
  const [{ mayManage }, t] = await Promise.all([loadMemberGate(org), getTranslations("member")]);
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("invite.title")} lead={t("invite.lead")} />
      <Line>
        {mayManage ? (
          <Words of={["form", "member"]}>
            <InviteForm org={org} />
          </Words>
        ) : (
          <Forbidden>{t("forbidden")}</Forbidden>
        )}
      </Line>
    </Sheet>
  );
}
