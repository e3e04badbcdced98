import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { WorkTabs } from "@/components/dpo-work/work-tabs";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Cell, DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import { workPath } from "@/lib/domain/dpo-work/kinds";
import { loadStaffTrained } from "@/lib/features/dpo-figures/loaders";
import { formatDay } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }> };

export const generateMetadata = titled("dpo-figures", "staff.title");

/** Staff whom a training still holds for: the share is of these people. */
export default async function StaffTrainedPage({ params }: PageProps) {
  const { org } = await params;
  const { people, headcount, percent } = (await loadStaffTrained(org)).trained;
  const [t, locale] = await Promise.all([getTranslations("dpo-figures"), getLocale()]);
  const cited = await getTranslations("ui");
  const lead =
    headcount === null
      ? t("staff.headcountUnknown")
      : t("staff.headcount", { count: headcount.number, day: formatDay(headcount.on, locale) });
  const share =
    percent === null || headcount === null
      ? t("staff.countAlone", { count: people.length })
      : t("staff.share", { count: people.length, of: headcount.number, percent });
  const columns = [
    { key: "name", label: t("staff.name"), width: 260 },
    { key: "trainings", label: t("staff.trainings") },
  ];
  return (
    <Sheet>
      <PageHead
        article={cited("article", { article: "39(1)(b)" })}
        title={t("staff.title")}
        lead={`${share}. ${lead}`}
      />
      <WorkTabs org={org} current="training" />
      {people.length === 0 ? (
        <Line>
          <Empty title={t("staff.empty")}>{t("staff.emptyText")}</Empty>
        </Line>
      ) : (
        <Line>
          <DataTable caption={t("staff.title")} columns={columns}>
            {people.map(({ name, trainings }) => (
              <tr key={name}>
                <Cell place="title" whole>
                  <bdi>{name}</bdi>
                </Cell>
                <Cell place="text" whole>
                  {trainings.map(({ id, title, on }) => (
                    <span key={id} className="block">
                      <Link href={`/${org}${workPath("training", id)}`} prefetch={false}>
                        <bdi>{title}</bdi>
                      </Link>{" "}
                      {formatDay(on, locale)}
                    </span>
                  ))}
                </Cell>
              </tr>
            ))}
          </DataTable>
        </Line>
      )}
    </Sheet>
  );
}
