import { getLocale, getTranslations } from "next-intl/server";
import { NewRecordForm } from "@/components/processing-record/sheet/new-record-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { templatesHref } from "@/components/template/template-address";
import { LinkButton } from "@/components/ui/button";
import { Empty, Forbidden } from "@/components/ui/states";
import { loadNewRecord } from "@/lib/features/processing-record/loaders";
import { loadTemplateStart } from "@/lib/features/template/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Partial<Record<"controller" | "template", string | string[]>>>;
};

export const generateMetadata = titled("record.newRecord", "title");

export default async function NewRecordPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const asked = await searchParams;
  const [controller, code] = [first(asked.controller), first(asked.template)];
  const { controllers, mayWrite } = await loadNewRecord(org);
  const template = await loadTemplateStart(org, code, await getLocale());
  const t = await getTranslations("record");
  return (
    <Sheet>
      <PageHead
        note={<b>{t("article", { article: "30(2)" })}</b>}
        title={t("newRecord.title")}
        lead={t("newRecord.lead")}
        actions={
          mayWrite && (
            <LinkButton href={templatesHref(org, controller)}>
              {t(template ? "newRecord.otherTemplate" : "newRecord.fromTemplate")}
            </LinkButton>
          )
        }
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
          <Words of={["record", "form", "template"]}>
            <NewRecordForm
              org={org}
              controllers={controllers}
              controllerId={controller}
              template={template}
            />
          </Words>
        )}
      </Line>
    </Sheet>
  );
}

function first(value: string | string[] | undefined): string {
  return [value ?? ""].flat()[0] ?? "";
}
