import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RemovalForm } from "@/components/member/removal-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadMember } from "@/lib/features/member/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("member", "removal.act");

export default async function RemoveMemberPage({ params }: PageProps) {
  const { org, id } = await params;
  const { member, isSelf, mayManage } = await loadMember(org, id);
  if (isSelf) redirect(`/${org}/members/leave`);
  const t = await getTranslations("member");
  return (
    <Sheet>
      <PageHead
        note={t("note")}
        title={t("removal.title", { name: member.name })}
        lead={mayManage && t("removal.lead", { email: member.email })}
      />
      <Line>
        {mayManage ? (
          <Words of={["form", "member"]}>
            <RemovalForm org={org} id={id} />
          </Words>
        ) : (
          <Forbidden>{t("forbidden")}</Forbidden>
        )}
      </Line>
    </Sheet>
  );
}
