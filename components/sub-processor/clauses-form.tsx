"use client";

import { useTranslations } from "next-intl";
import { ClauseFields } from "@/components/clauses/clause-fields";
import { useClauseReadings } from "@/components/clauses/use-clause-readings";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { Line } from "@/components/shell/sheet";
import { FLOWING_CLAUSE_IDS } from "@/lib/domain/sub-processor/content";
import { saveSection } from "@/lib/features/sub-processor/actions";
import type { loadSection } from "@/lib/features/sub-processor/loaders";
import { sectionSchemas } from "@/lib/features/sub-processor/schema";

type ClausesFormProps = { org: string; loaded: Awaited<ReturnType<typeof loadSection>> };

/** Its contract read clause by clause, from K08 on: what describes one processing is not passed down. */
export function ClausesForm({ org, loaded }: ClausesFormProps) {
  const t = useTranslations("sub-processor");
  const clauses = useTranslations("contract-clauses.clauses");
  const { labels, read } = useClauseReadings(FLOWING_CLAUSE_IDS);
  const { id, reference, version, values } = loaded;
  const form = useFlatForm({
    action: bindAction(saveSection, org),
    schema: sectionSchemas.clauses,
    names: FLOWING_CLAUSE_IDS,
    initial: values,
    version,
    labelOf: (path) => labels[path.split(".")[0]!],
    say: useNounIssues("sub-processor"),
  });
  const words = { answer: t("clauses.answer"), place: t("clauses.place"), note: t("clauses.note") };
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
        <ClauseFields key={clause} id={clause} words={words}>
          <p className="prose-line">{clauses(`${clause}.demands`)}</p>
        </ClauseFields>
      ))}
    </FlatForm>
  );
}
