import { getTranslations } from "next-intl/server";
import { NewOwnRecordForm } from "@/components/processing-record/sheet/new-own-record-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import { loadNewOwnRecord } from "@/lib/features/processing-record/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("record.newRecord", "title");

export default async function NewOwnRecordPage({ params }: PageProps) {
  const { org } = await params;
  const { mayWrite } = await loadNewOwnRecord(org);
  const t = await getTranslations("record");
  return (
    <Sheet>
      <PageHead
        note={<b>{t("article", { article: "30(1)" })}</b>}
        title={t("newRecord.title")}
        lead={t("own.newLead")}
      />
      <Line>
        {mayWrite ? (
          <Words of={["record", "form"]}>
            <NewOwnRecordForm org={org} />
          </Words>
        ) : (
          <Forbidden
            title={t("forbidden.title")}
            actions={<LinkButton href={registerHref(org, "controller")}>{t("forbidden.toList")}</LinkButton>}
          >
            {t("forbidden.text")}
          </Forbidden>
        )}
      </Line>
    </Sheet>
  );
}
