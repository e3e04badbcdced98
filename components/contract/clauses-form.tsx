"use client";

import { useTranslations } from "next-intl";
import { ClauseFields } from "@/components/clauses/clause-fields";
import { useClauseReadings } from "@/components/clauses/use-clause-readings";
import { bindAction } from "@/components/form/bind-action";
import { FlatForm } from "@/components/form/flat-form";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { Line } from "@/components/shell/sheet";
import { CLAUSE_IDS, CLAUSES } from "@/lib/domain/contract/clauses";
import { saveSection } from "@/lib/features/contract/actions";
import type { loadSection } from "@/lib/features/contract/loaders";
import { sectionSchemas } from "@/lib/features/contract/schema";
import { ClauseWords } from "./clause-words";

type ClausesFormProps = {
  org: string;
  amendment: string | null;
  loaded: Awaited<ReturnType<typeof loadSection>>;
};

/** The matrix of one contract, read clause by clause: what it demands and what a reject looks like stand beside. */
export function ClausesForm({ org, amendment, loaded }: ClausesFormProps) {
  const t = useTranslations("contract");
  const { labels, read } = useClauseReadings(CLAUSE_IDS);
  const { id, reference, version, values } = loaded;
  const form = useFlatForm({
    action: bindAction(saveSection, org),
    schema: sectionSchemas.clauses,
    names: CLAUSE_IDS,
    initial: values,
    version,
    labelOf: (path) => labels[path.split(".")[0]!],
    say: useNounIssues("contract"),
  });
  const words = { answer: t("clauses.answer"), place: t("clauses.place"), note: t("clauses.note") };
  return (
    <FlatForm
      form={form}
      subject={reference}
      labels={labels}
      read={read}
      saved={{ section: "clauses", id, amendment: amendment ?? "" }}
      back={`/${org}/contracts/${id}${amendment ? `/amendments/${amendment}` : "#clauses"}`}
      act={t("save")}
      cancel={t("cancel")}
      around={Line}
    >
      {CLAUSES.map((clause) => (
        <ClauseFields key={clause.id} id={clause.id} words={words}>
          <ClauseWords clause={clause} />
        </ClauseFields>
      ))}
    </FlatForm>
  );
}
