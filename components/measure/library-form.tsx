"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState, type FormEvent } from "react";
import { bindAction } from "@/components/form/bind-action";
import { useScripted } from "@/components/ui/use-scripted";
import { FormNotice } from "@/components/form/form-notice";
import { useIssueWords } from "@/components/form/use-issue-words";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useFirstState } from "@/components/form/use-submission";
import { Line, Part } from "@/components/shell/sheet";
import { Button, SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { submitMeasureAdoption } from "@/lib/features/measure/actions";
import type { LibraryRow } from "@/lib/features/measure/loaders";
import type { FamilyHead } from "./measure-table";

type LibraryFormProps = {
  org: string;
  families: readonly FamilyHead[];
  entries: readonly LibraryRow[];
  mayWrite: boolean;
};

/** Adopts all ticked entries in one transaction. */
export function LibraryForm({ org, families, entries, mayWrite }: LibraryFormProps) {
  const t = useTranslations("measure");
  const [state, action, pending] = useActionState(bindAction(submitMeasureAdoption, org), useFirstState());
  const { lineOf } = useIssueWords(undefined, useNounIssues("measure"));
  const { ticked, onChange, tickAll, formRef } = useTicks(entries.length);
  const errors = state.status === "refused" ? state.issues.map((issue) => lineOf(issue.path, issue)) : [];
  const before = "values" in state ? [state.values.codes].flat() : [];
  return (
    <form action={action} onChange={onChange} ref={formRef} id="codes">
      <Line>
        <FormNotice state={state} errors={errors} />
      </Line>
      {families.map(({ family, name, sheets }) => (
        <Part key={family} id={`family-${family}`} title={name} note={sheets}>
          <fieldset>
            <legend className="sr">{name}</legend>
            {entries
              .filter((entry) => entry.family === family)
              .map((entry) => (
                <Entry
                  key={entry.code}
                  entry={entry}
                  isOffered={mayWrite}
                  isTicked={before.includes(entry.code)}
                />
              ))}
          </fieldset>
        </Part>
      ))}
      {mayWrite && (
        <Line className="adopt">
          <div className="form-end">
            <SubmitButton pending={pending}>{t("library.act")}</SubmitButton>
            {tickAll}
            <span className="muted" role="status">
              {t("library.ticked", { count: ticked })}
            </span>
          </div>
        </Line>
      )}
    </form>
  );
}

function Entry({ entry, isOffered, isTicked }: { entry: LibraryRow; isOffered: boolean; isTicked: boolean }) {
  const t = useTranslations("measure");
  const proof = (
    <>
      {entry.description}{" "}
      <span className="faint">
        {t("article", { article: entry.articles.join(", ") })} · {t("iso", { ids: entry.iso.join(", ") })}
      </span>
    </>
  );
  if (isOffered)
    return (
      <div className="entry">
        <Checkbox
          id={`codes-${entry.code}`}
          name="codes"
          value={entry.code}
          defaultChecked={isTicked}
          label={<b>{entry.title}</b>}
          hint={proof}
        />
      </div>
    );
  return (
    <div className="entry">
      <b>{entry.title}</b>
      <small className="hint">{proof}</small>
    </div>
  );
}

/** Renders nothing without JavaScript. */
function useTicks(total: number) {
  const t = useTranslations("measure.library");
  const isScripted = useScripted();
  const [form, formRef] = useState<HTMLFormElement | null>(null);
  const [ticked, setTicked] = useState(0);
  const boxes = () => [...(form?.querySelectorAll<HTMLInputElement>("input[name=codes]") ?? [])];
  const isAll = ticked === total;
  const press = () => {
    for (const box of boxes()) box.checked = !isAll;
    setTicked(isAll ? 0 : total);
  };
  return {
    formRef,
    ticked,
    onChange: (_event: FormEvent) => setTicked(boxes().filter(({ checked }) => checked).length),
    tickAll: isScripted && <Button onClick={press}>{t(isAll ? "none" : "all")}</Button>,
  };
}
