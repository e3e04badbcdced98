import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewRecordForm } from "@/components/processing-record/new-record-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Empty, Forbidden } from "@/components/ui/states";
import { loadNewRecord } from "@/lib/features/processing-record/loaders";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ controller?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("record.newRecord"))("title") };
}

export default async function NewRecordPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { controller } = await searchParams;
  const { controllers, mayWrite } = await loadNewRecord(org);
  const t = await getTranslations("record");
  return (
    <Sheet>
      <PageHead
        note={<b>{t("article", { article: "30(2)" })}</b>}
        title={t("newRecord.title")}
        lead={t("newRecord.lead")}
      />
      <Line>
        {!mayWrite ? (
          <Forbidden
            title={t("forbidden.title")}
            actions={<LinkButton href={`/${org}/records`}>{t("forbidden.toList")}</LinkButton>}
          >
            {t("forbidden.text")}
          </Forbidden>
        ) : controllers.length === 0 ? (
          <Empty
            title={t("newRecord.noController")}
            actions={
              <>
                <LinkButton tone="go" href={`/${org}/controllers/new`}>
                  {t("newRecord.addController")}
                </LinkButton>
                <LinkButton href={`/${org}/records/import`}>{t("list.empty.import")}</LinkButton>
              </>
            }
          >
            {t("newRecord.noControllerText")}
          </Empty>
        ) : (
          <Words of={["record", "form"]}>
            <NewRecordForm
              org={org}
              controllers={controllers}
              controllerId={typeof controller === "string" ? controller : ""}
            />
          </Words>
        )}
      </Line>
    </Sheet>
  );
}
