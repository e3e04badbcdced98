import { getTranslations } from "next-intl/server";
import { LeaveForm } from "@/components/member/leave-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/states";
import { loadLeaving } from "@/lib/features/member/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("member", "leaving.act");

/** A page instead of a dialog: the consequences are read before leaving, without JavaScript. */
export default async function LeavePage({ params }: PageProps) {
  const { org } = await params;
  const [{ organisation, memberId, isLast }, t] = await Promise.all([
    loadLeaving(org),
    getTranslations("member"),
  ]);
  return (
    <Sheet>
      <PageHead
        note={t("note")}
        title={t("leaving.title", { organisation })}
        lead={isLast ? undefined : t("leaving.lead")}
      />
      <Line>
        {isLast ? (
          <Empty
            title={t("lastOwner.title")}
            actions={<LinkButton href={`/${org}/members`}>{t("lastOwner.act")}</LinkButton>}
          >
            {t("lastOwner.text")}
          </Empty>
        ) : (
          <Words of={["form", "member"]}>
            <LeaveForm org={org} memberId={memberId} />
          </Words>
        )}
      </Line>
    </Sheet>
  );
}
