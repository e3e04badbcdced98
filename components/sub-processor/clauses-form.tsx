"use client";

import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFormAround } from "@/components/form/form-context";
import { useFlatForm } from "@/components/form/use-flat-form";
import { Line, Part } from "@/components/shell/sheet";
import { Select, TextInput } from "@/components/ui/text-input";
import { clauseOf, type ClauseId } from "@/lib/domain/contract/clauses";
import { CLAUSE_ANSWERS, type ClauseReading } from "@/lib/domain/contract/content";
import { FLOWING_CLAUSE_IDS } from "@/lib/domain/sub-processor/content";
import { saveSection } from "@/lib/features/sub-processor/actions";
import type { loadSection } from "@/lib/features/sub-processor/loaders";
import { sectionSchemas } from "@/lib/features/sub-processor/schema";
import { joinParts } from "@/lib/i18n/format";
import { useSubProcessorIssues } from "./use-sub-processor-words";

type ClausesFormProps = { org: string; loaded: Awaited<ReturnType<typeof loadSection>> };

/** Its contract read clause by clause, from K08 on: what describes one processing is not passed down. */
export function ClausesForm({ org, loaded }: ClausesFormProps) {
  const t = useTranslations("sub-processor");
  const words = useTranslations("contract-clauses");
  const locale = useLocale();
  const { id, reference, version, values } = loaded;
  const labels = Object.fromEntries(
    FLOWING_CLAUSE_IDS.map((clause) => [
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
    names: FLOWING_CLAUSE_IDS,
    initial: values,
    version,
    labelOf: (path) => labels[path.split(".")[0]!],
    say: useSubProcessorIssues(),
  });
  return (
    <FlatForm
      form={form}
      subject={reference}
      labels={labels}
      read={read}
      saved={{ section: "clauses", id }}
      back={`/${org}/sub-processors/${id}#clauses`}
      act={t("save")}
      cancel={t("cancel")}
      around={Line}
    >
      {FLOWING_CLAUSE_IDS.map((clause) => (
        <ClauseFields key={clause} id={clause} />
      ))}
    </FlatForm>
  );
}

function ClauseFields({ id }: { id: ClauseId }) {
  const t = useTranslations("sub-processor.clauses");
  const words = useTranslations("contract-clauses");
  const { field } = useFormAround();
  const title = words(`clauses.${id}.title`);
  const of = (part: "answer" | "place" | "note") => ({
    ...field(`${id}.${part}`),
    label: (
      <>
        {t(part)}
        <span className="sr"> {title}</span>
      </>
    ),
  });
  return (
    <Part title={title} article={<bdi>{id}</bdi>} note={<bdi>{clauseOf(id).article}</bdi>}>
      <p className="prose-line">{words(`clauses.${id}.demands`)}</p>
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
