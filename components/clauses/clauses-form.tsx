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
import { SubmitButton } from "@/components/ui/button";
import {
  clausesOfFamily,
  nextFamily,
  unreadAmong,
  type ClauseFamily,
} from "@/lib/domain/contract/clause-families";
import type { ClauseId } from "@/lib/domain/contract/clauses";
import { ClauseFields } from "./clause-fields";
import { FamilyLinks } from "./family-links";
import { useClauseKeys } from "./use-clause-keys";
import { useClauseReadings } from "./use-clause-readings";

type ClausesFormProps = {
  noun: string;
  /** Clauses that the document may hold; the form has those of one family. */
  ids: readonly ClauseId[];
  family: ClauseFamily;
  /** Address of the reader, without its family. */
  at: string;
  action: FormAction;
  schema: z.ZodType;
  loaded: { reference: string; version: number; values: FormValues };
  saved: Readonly<Record<string, string>>;
  back: string;
  demandsOf: (id: ClauseId) => ReactNode;
};

/** Clauses read one family at a time: saving goes on to the next, and one press states the unread ones as present. */
export function ClausesForm({
  noun,
  ids,
  family,
  at,
  loaded,
  saved,
  back,
  demandsOf,
  ...asked
}: ClausesFormProps) {
  const [t, words] = [useTranslations(noun), useTranslations("contract-clauses.reader")];
  const { labels, read } = useClauseReadings(ids);
  const { reference, version, values } = loaded;
  const shown = clausesOfFamily(family, ids);
  const next = nextFamily(family, ids);
  const unread = unreadAmong(ids, values);
  const onKeyDown = useClauseKeys();
  const form = useFlatForm({
    ...asked,
    names: shown,
    initial: values,
    version,
    labelOf: (path) => labels[path.replace(/[.].*/, "")],
    describeIssue: useNounIssues(noun),
  });
  const parts = { answer: t("clauses.answer"), place: t("clauses.place"), note: t("clauses.note") };
  return (
    <>
      <Line>
        <FamilyLinks at={at} family={family} ids={ids} unread={unread} />
        <p className="muted mt-3 keys-hint">{words("keys")}</p>
      </Line>
      <FlatForm
        form={form}
        subject={reference}
        labels={labels}
        read={read}
        saved={{ section: "clauses", next: next ?? "", ...saved }}
        back={back}
        act={next ? words("saveAndNext") : t("save")}
        otherAct={
          shown.some((id) => unread.includes(id)) && (
            <SubmitButton tone={undefined} pending={form.pending} name="allPresent" value={family}>
              {words("allPresent")}
            </SubmitButton>
          )
        }
        cancel={t("cancel")}
        around={Line}
      >
        <div onKeyDown={onKeyDown}>
          {shown.map((id) => (
            <ClauseFields key={id} id={id} words={parts}>
              {demandsOf(id)}
            </ClauseFields>
          ))}
        </div>
      </FlatForm>
    </>
  );
}
