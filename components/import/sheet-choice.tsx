"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { saveSheet } from "@/lib/features/import/actions";
import type { ImportChoice } from "@/lib/features/import/loaders";
import { RunFields } from "./check-acts";
import { ImportNotice } from "./import-notice";
import { useImportForm } from "./use-import-form";

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
        <fieldset id="sheets" tabIndex={-1}>
          <legend className="sr">{t("sheet.legend")}</legend>
          {sheets.map(({ index, name, rows, isHidden, isLikely = false }, at) => (
            <Checkbox
              key={index}
              name={`sheets.${at}`}
              value={index}
              defaultChecked={isLikely}
              label={<bdi>{name}</bdi>}
              hint={t(isHidden ? "sheet.hiddenRows" : "sheet.rows", { count: rows })}
            />
          ))}
        </fieldset>
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
