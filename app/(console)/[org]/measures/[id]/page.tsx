import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Documents } from "@/components/attachment/documents";
import { MeasureHistory } from "@/components/measure/measure-history";
import { MeasureSheet } from "@/components/measure/measure-sheet";
import { RestoreForm } from "@/components/measure/restore-form";
import { TouchedRecords } from "@/components/measure/touched-records";
import { SheetActs } from "@/components/shell/sheet-acts";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { ActLink } from "@/components/ui/act-link";
import type { Search } from "@/lib/forms/list-query";
import { loadDocuments } from "@/lib/features/attachment/loaders";
import { loadMeasure } from "@/lib/features/measure/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { thingTitle } from "@/lib/i18n/thing-title";
import { DisputedSheet } from "../../disputed-rows";
import { RowNotes } from "../../row-notes";

type PageProps = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Search>;
};
type Loaded = Awaited<ReturnType<typeof loadMeasure>>;

export async function generateMetadata({ params }: Pick<PageProps, "params">): Promise<Metadata> {
  const { org, id } = await params;
  const { measure } = await loadMeasure(org, id, await getLocale());
  return { title: thingTitle(measure.reference, measure.title) };
}

export default async function MeasurePage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const search = await searchParams;
  const it = await loadMeasure(org, id, await getLocale());
  const documents = await loadDocuments(org, "measure", id);
  const t = await getTranslations("measure");
  return (
    <Sheet>
      <DisputedSheet org={org} noun="measure" id={id} />
      <PageHead
        note={
          <b>
            <bdi>{it.measure.reference}</bdi>
          </b>
        }
        title={it.measure.title}
        actions={<Acts org={org} it={it} />}
      />
      <RetiredNotice org={org} it={it} />
      <MeasureSheet of={it} />
      <Part title={t("sheet.records")} article={t("article", { article: "30(2)(d)" })}>
        {it.touched.count === 0 && <p className="muted mt-3">{t("sheet.recordsNone")}</p>}
      </Part>
      {it.touched.count > 0 && <TouchedRecords org={org} touched={it.touched} />}
      <Documents
        org={org}
        here={`/${org}/measures/${id}`}
        of={documents}
        article={t("article", { article: "32(1)(d)" })}
        search={search}
      />
      <MeasureHistory versions={it.versions} />
      <RowNotes org={org} noun="measure" id={id} />
    </Sheet>
  );
}

function Acts({ org, it: { measure, mayWrite } }: { org: string; it: Loaded }) {
  const at = `/${org}/measures/${measure.id}`;
  if (!mayWrite || measure.retiredAt !== null) return null;
  return (
    <SheetActs
      primary={<ActLink of="edit" tone="go" href={`${at}/edit`} />}
      others={[{ of: "retire", href: `${at}/retire` }]}
    />
  );
}

async function RetiredNotice({ org, it: { measure, mayWrite } }: { org: string; it: Loaded }) {
  if (measure.retiredAt === null) return null;
  const [t, locale] = await Promise.all([getTranslations("measure.sheet"), getLocale()]);
  return (
    <Line>
      <div className="summary">
        <span>
          {t("retiredOn", {
            when: formatInstant(measure.retiredAt, "Africa/Casablanca", locale),
            reason: measure.retireReason,
          })}
        </span>
        {mayWrite && (
          <Words of={["measure", "form"]}>
            <RestoreForm org={org} id={measure.id} version={measure.version} />
          </Words>
        )}
      </div>
    </Line>
  );
}
