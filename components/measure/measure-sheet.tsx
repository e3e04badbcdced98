import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Day } from "@/components/ui/deadline";
import { RecordField } from "@/components/ui/record-field";
import { Status } from "@/components/ui/status";
import type { loadMeasure } from "@/lib/features/measure/loaders";
import { formatPartialDate } from "@/lib/i18n/format";
import { useArticles } from "./use-articles";

type Loaded = Awaited<ReturnType<typeof loadMeasure>>;

export function MeasureSheet({ of: { measure, isReviewDue } }: { of: Loaded }) {
  const t = useTranslations("measure");
  return (
    <>
      <DescriptionPart measure={measure} />
      <Part title={t("sheet.keeping")}>
        <dl>
          <RecordField label={t("fields.owner")}>{measure.owner}</RecordField>
          <RecordField label={t("fields.since")}>
            {measure.since && <DayText value={measure.since} />}
          </RecordField>
          <RecordField label={t("fields.evidence")}>
            {measure.evidence && <span className="whitespace-pre-line">{measure.evidence}</span>}
          </RecordField>
          <RecordField label={t("fields.reviewOn")}>
            {measure.reviewOn && (
              <>
                <DayText value={measure.reviewOn} />{" "}
                {isReviewDue && <Status kind="warn">{t("sheet.reviewDue")}</Status>}
              </>
            )}
          </RecordField>
        </dl>
      </Part>
    </>
  );
}

function DescriptionPart({ measure }: { measure: Loaded["measure"] }) {
  const t = useTranslations("measure");
  const families = useTranslations("measure-library.families");
  const articles = useArticles();
  const note = (
    <>
      {measure.articles.map((article) => (
        <b key={article}>{t("article", { article })}</b>
      ))}
      {measure.iso.length > 0 && t("iso", { ids: measure.iso.join(", ") })}
    </>
  );
  return (
    <Part title={t("sheet.what")} note={note} aside={originOf(measure, t)}>
      <dl>
        <RecordField label={t("fields.description")}>
          {measure.description && <span className="whitespace-pre-line">{measure.description}</span>}
        </RecordField>
        <RecordField label={t("fields.family")}>{families(measure.family)}</RecordField>
        <RecordField label={t("fields.articles")}>
          {measure.articles.map((article) => (
            <span key={article} className="block">
              {articles(article)}
            </span>
          ))}
        </RecordField>
        <RecordField label={t("fields.iso")}>
          {measure.iso.length > 0 && <bdi>{measure.iso.join(", ")}</bdi>}
        </RecordField>
      </dl>
    </Part>
  );
}

function DayText({ value }: { value: string }) {
  return <Day text={formatPartialDate({ value, text: "" }, useLocale())} />;
}

/** Library words follow the reader's language; own words do not. */
function originOf({ libraryCode, speaksLibrary }: Loaded["measure"], t: (key: string) => string): string {
  if (!libraryCode) return t("sheet.own");
  return t(speaksLibrary ? "sheet.libraryWords" : "sheet.ownWords");
}
