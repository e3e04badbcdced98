"use client";

import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider, useFormAround } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { useFlatForm } from "@/components/form/use-flat-form";
import { Line, Part } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/text-input";
import { CLAUSE_IDS, CLAUSES, type Clause } from "@/lib/domain/contract/clauses";
import { CLAUSE_ANSWERS, type ClauseReading } from "@/lib/domain/contract/content";
import { saveSection } from "@/lib/features/contract/actions";
import type { loadSection } from "@/lib/features/contract/loaders";
import { sectionSchemas } from "@/lib/features/contract/schema";
import { joinParts } from "@/lib/i18n/format";
import { ClauseWords } from "./clause-words";
import { useContractIssues } from "./use-contract-words";

type ClausesFormProps = {
  org: string;
  amendment: string | null;
  loaded: Awaited<ReturnType<typeof loadSection>>;
};

/** The matrix of one contract, read clause by clause: what it demands and what a reject looks like stand beside. */
export function ClausesForm({ org, amendment, loaded }: ClausesFormProps) {
  const t = useTranslations("contract");
  const words = useTranslations("contract-clauses");
  const locale = useLocale();
  const { id, reference, version, values } = loaded;
  const labels = Object.fromEntries(
    CLAUSE_IDS.map((clause) => [
      clause,
      joinParts([clause, words(`clauses.${clause}.title`)], locale, " · "),
    ]),
  );
  const read = (_name: string, value: unknown) => {
    const { answer, place, note } = (value ?? {}) as Partial<ClauseReading>;
    return joinParts([answer && words(`answers.${answer}`), place, note], locale, " · ");
  };
  const form = useFlatForm({
    action: bindAction(saveSection, org),
    schema: sectionSchemas.clauses,
    names: CLAUSE_IDS,
    initial: values,
    version,
    labelOf: (path) => labels[path.split(".")[0]!],
    say: useContractIssues(),
  });
  const back = `/${org}/contracts/${id}${amendment ? `/amendments/${amendment}` : "#clauses"}`;
  return (
    <FormProvider value={form}>
      <Line>
        <FormNotice state={form.state} errors={form.errors} restored={form.restored} />
        <FlatConflict
          form={form}
          subject={reference}
          labels={labels}
          read={read}
          besides={{ section: "clauses", id, amendment: amendment ?? "" }}
          theirsHref={back}
        />
      </Line>
      <form key={`${form.key} ${form.hidden.version}`} {...form.props} hidden={form.isAside}>
        <input type="hidden" name="section" value="clauses" />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="amendment" value={amendment ?? ""} />
        <input type="hidden" name="version" value={form.hidden.version} />
        <input type="hidden" name="base" value={form.hidden.base} />
        {CLAUSES.map((clause) => (
          <ClauseFields key={clause.id} clause={clause} />
        ))}
        <Line>
          <div className="form-end">
            <SubmitButton pending={form.pending}>{t("save")}</SubmitButton>
            <LinkButton href={back}>{t("cancel")}</LinkButton>
          </div>
        </Line>
      </form>
    </FormProvider>
  );
}

function ClauseFields({ clause }: { clause: Clause }) {
  const t = useTranslations("contract");
  const words = useTranslations("contract-clauses");
  const { field } = useFormAround();
  const { id } = clause;
  const title = words(`clauses.${id}.title`);
  const of = (part: "answer" | "place" | "note") => ({
    ...field(`${id}.${part}`),
    label: (
      <>
        {t(`clauses.${part}`)}
        <span className="sr"> {title}</span>
      </>
    ),
  });
  return (
    <Part title={title} article={<bdi>{id}</bdi>} note={<bdi>{clause.article}</bdi>}>
      <ClauseWords clause={clause} />
      <div className="pair">
        <Select
          {...of("answer")}
          options={CLAUSE_ANSWERS.map((value) => ({ value, label: words(`answers.${value}`) }))}
        />
        <TextInput {...of("place")} dir="auto" optional />
      </div>
      <TextInput {...of("note")} dir="auto" optional />
    </Part>
  );
}
