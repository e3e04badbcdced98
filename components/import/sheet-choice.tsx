"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { RadioChoice } from "@/components/ui/choice";
import { saveSheet } from "@/lib/features/import/actions";
import type { ImportChoice } from "@/lib/features/import/loaders";
import { RunFields } from "./check-acts";
import { ImportNotice } from "./import-notice";
import { useImportForm } from "./use-import-form";

/** Which sheet of a workbook is the register, where several hold a table. */
export function SheetChoice({ org, choice: { run, sheets } }: { org: string; choice: ImportChoice }) {
  const t = useTranslations("import-page");
  const { state, pending, props } = useImportForm(bindAction(saveSheet, org));
  return (
    <form {...props}>
      <RunFields run={run} />
      <Line>
        <ImportNotice state={state} />
        <h2 className="mt-5">{t("sheet.title")}</h2>
        <p className="muted prose-line mb-4">{t("sheet.text")}</p>
        <RadioChoice
          name="sheet"
          label={t("sheet.legend")}
          labelHidden
          choices={sheets.map(({ index, name, rows }) => ({
            value: String(index),
            label: <bdi>{name}</bdi>,
            hint: t("sheet.rows", { count: rows }),
          }))}
        />
        <div className="form-end">
          <SubmitButton pending={pending}>{t("sheet.act")}</SubmitButton>
          <LinkButton tone="bare" href={`/${org}/records/import`}>
            {t("columns.again")}
          </LinkButton>
        </div>
      </Line>
    </form>
  );
}
