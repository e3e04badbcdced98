"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import { FlatForm } from "@/components/form/flat-form";
import type { FormValues } from "@/components/form/form-paths";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import type { FormAction } from "@/components/form/use-server-form";
import { Line } from "@/components/shell/sheet";
import type { ClauseId } from "@/lib/domain/contract/clauses";
import { ClauseFields } from "./clause-fields";
import { useClauseReadings } from "./use-clause-readings";

type ClausesFormProps = {
  noun: string;
  ids: readonly ClauseId[];
  action: FormAction;
  schema: z.ZodType;
  loaded: { reference: string; version: number; values: FormValues };
  saved: Readonly<Record<string, string>>;
  back: string;
  demandsOf: (id: ClauseId) => ReactNode;
};

export function ClausesForm({ noun, ids, loaded, saved, back, demandsOf, ...asked }: ClausesFormProps) {
  const t = useTranslations(noun);
  const { labels, read } = useClauseReadings(ids);
  const { reference, version, values } = loaded;
  const form = useFlatForm({
    ...asked,
    names: ids,
    initial: values,
    version,
    labelOf: (path) => labels[path.replace(/[.].*/, "")],
    describeIssue: useNounIssues(noun),
  });
  const words = { answer: t("clauses.answer"), place: t("clauses.place"), note: t("clauses.note") };
  return (
    <FlatForm
      form={form}
      subject={reference}
      labels={labels}
      read={read}
      saved={{ section: "clauses", ...saved }}
      back={back}
      act={t("save")}
      cancel={t("cancel")}
      around={Line}
    >
      {ids.map((id) => (
        <ClauseFields key={id} id={id} words={words}>
          {demandsOf(id)}
        </ClauseFields>
      ))}
    </FlatForm>
  );
}
