import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { RecordField } from "@/components/ui/record-field";
import { WORK_FIELDS } from "@/lib/domain/dpo-work/fields";
import { isLined, workPath } from "@/lib/domain/dpo-work/kinds";
import type { LoadedWork } from "@/lib/features/dpo-work/loaders";
import { formatDay } from "@/lib/i18n/format";
import { AttendancePart } from "./attendance-part";
import { CoveredPart } from "./covered-part";
import { DesignationPart } from "./designation-part";
import { LinesPart } from "./lines-part";
import { WorkStatusWord } from "./work-status";
import { useWorkWords } from "./use-work-words";
import { ControllerLink, WebAddress } from "./work-links";

type SheetProps = { org: string; loaded: LoadedWork };

export function WorkSheet({ org, loaded }: SheetProps) {
  const { kind } = loaded.work;
  return (
    <>
      <ContentPart org={org} loaded={loaded} />
      {isLined(kind) && <LinesPart org={org} kind={kind} loaded={loaded} />}
      {kind === "training" && <AttendancePart org={org} loaded={loaded} />}
      {kind === "cndp-filing" && <CoveredPart org={org} loaded={loaded} />}
      {kind === "dpo-designation" && <DesignationPart org={org} loaded={loaded} />}
    </>
  );
}

function ContentPart({ org, loaded }: SheetProps) {
  const t = useTranslations("dpo-work");
  const { work, status, mayWrite } = loaded;
  const { kind, content } = work;
  const fields = WORK_FIELDS[kind].filter(
    ([name]) => !["title", "recordIds", "staff", "others"].includes(name),
  );
  const { labels, read } = useWorkWords(kind, fields);
  const values = content as Record<string, unknown>;
  const shown = (name: string, of: string): ReactNode => {
    if (of === "controller") return <ControllerLink org={org} of={work.controller} />;
    const text = of === "address" ? String(values[name]) : read(name, values[name]);
    // Blank text is no child, so that the field says that it is blank.
    if (text === "") return null;
    return of === "address" ? <WebAddress url={text} /> : <bdi className="whitespace-pre-line">{text}</bdi>;
  };
  const change = mayWrite && (
    <LinkButton tone="bare" icon={Pencil} href={`/${org}${workPath(kind, work.id)}/edit`}>
      {t("edit")} <span className="sr">{t("sheet.content")}</span>
    </LinkButton>
  );
  return (
    <Part id="details" article={t(`kinds.${kind}.article`)} title={t("sheet.content")} aside={change}>
      <dl>
        <RecordField label={t("sheet.status")}>
          <WorkStatusWord kind={kind} of={status} />
        </RecordField>
        {fields.map(([name, of]) => (
          <RecordField key={name} label={labels[name]}>
            {shown(name, of.kind)}
          </RecordField>
        ))}
        <DerivedFields loaded={loaded} />
      </dl>
    </Part>
  );
}

/** Figures and days that come from facts. */
function DerivedFields({ loaded: { work, derived } }: Pick<SheetProps, "loaded">) {
  const t = useTranslations("dpo-work.sheet");
  const locale = useLocale();
  if (work.kind === "assistance")
    return (
      <RecordField label={t("minutes")}>{t("minutesCount", { count: derived.minutes ?? 0 })}</RecordField>
    );
  if (work.kind !== "cndp-filing") return null;
  return (
    <>
      <RecordField label={t("number")}>
        {derived.number ? <bdi>{derived.number}</bdi> : <span className="faint">{t("noNumber")}</span>}
      </RecordField>
      {derived.until && <RecordField label={t("until")}>{formatDay(derived.until, locale)}</RecordField>}
    </>
  );
}
