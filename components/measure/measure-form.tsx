"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { bindAction } from "@/components/form/bind-action";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import type { FormValues } from "@/components/form/form-paths";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import type { Option } from "@/components/ui/text-input";
import { dayFirst } from "@/lib/domain/time/partial-date";
import { addMeasure, saveMeasure } from "@/lib/features/measure/actions";
import type { loadMeasure } from "@/lib/features/measure/loaders";
import { measureCreateSchema, measureFieldsSchema } from "@/lib/features/measure/schema";
import { ConfirmTouched } from "./confirm-touched";
import { MeasureFields } from "./measure-fields";
import { useMeasureWords } from "./use-measure-words";

type Measure = Awaited<ReturnType<typeof loadMeasure>>["measure"];
type MeasureFormProps = {
  org: string;
  /** Absent for a new one. */
  measure?: Measure;
  families: readonly Option[];
  touched?: { count: number; shown: ReactNode };
};

/** Formats days as typed, "31/12/2025". */
function measureAsTyped(stored: FormValues): FormValues {
  const typed = (date: unknown) => (typeof date === "string" ? dayFirst(date) : date);
  return { ...stored, since: typed(stored.since), reviewOn: typed(stored.reviewOn) };
}

/** Shows the affected entries before the change is saved. */
export function MeasureForm({ org, measure, families, touched }: MeasureFormProps) {
  const t = useTranslations("measure");
  const nameFamily = (family: string) => families.find(({ value }) => value === family)?.label ?? family;
  const { labels, read } = useMeasureWords(nameFamily);
  const form = useFlatForm({
    action: bindAction(measure ? saveMeasure : addMeasure, org),
    // A library measure may leave its title blank.
    schema: measure?.libraryCode ? measureFieldsSchema : measureCreateSchema,
    names: Object.keys(labels),
    initial: measure ? { ...measure, iso: measure.iso.join(", ") } : {},
    version: measure?.version,
    asTyped: measureAsTyped,
    labelOf: (path) => labels[path],
    describeIssue: useNounIssues("measure"),
  });
  const language = useLocale();
  const back = `/${org}/measures${measure ? `/${measure.id}` : ""}`;
  return (
    <FormProvider value={form}>
      <Line>
        <FormNotice {...form.notice} />
        <FlatConflict
          form={form}
          subject={measure?.reference ?? ""}
          labels={labels}
          read={read}
          besides={{ id: measure?.id, language, confirmed: "true" }}
          theirsHref={back}
        />
      </Line>
      <form key={form.key} {...form.props} hidden={form.isAside}>
        {measure && (
          <>
            <input type="hidden" name="id" value={measure.id} />
            <input type="hidden" name="language" value={language} />
            <input type="hidden" name="version" value={form.hidden.version} />
            <input type="hidden" name="base" value={form.hidden.base} />
          </>
        )}
        <MeasureFields families={families} isFromLibrary={Boolean(measure?.libraryCode)} />
        {touched?.shown}
        <Line>
          <ConfirmTouched count={touched?.count ?? 0} />
          <div className="form-end">
            <SubmitButton pending={form.pending}>{t(measure ? "edit.act" : "new.save")}</SubmitButton>
            <LinkButton href={back}>{t("edit.cancel")}</LinkButton>
          </div>
        </Line>
      </form>
    </FormProvider>
  );
}
