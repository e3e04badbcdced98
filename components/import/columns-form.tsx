"use client";

import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { bindAction } from "@/components/form/bind-action";
import { valueAt } from "@/components/form/form-paths";
import { Line } from "@/components/shell/sheet";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { missingTargets } from "@/lib/domain/import/register-targets";
import type { DateOrder, ImportTarget } from "@/lib/domain/import/types";
import { itemAt } from "@/lib/domain/invariant/required";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { saveColumns } from "@/lib/features/import/actions";
import { ASK_TARGET } from "@/lib/features/import/schema";
import { formatList } from "@/lib/i18n/format";
import { RunFields } from "./check-acts";
import { ColumnsTable, type FileColumn } from "./columns-table";
import { DateOrderSelect } from "./date-order-select";
import { ImportNotice } from "./import-notice";
import { targetName } from "./target-select";
import { useImportForm } from "./use-import-form";
import { useTargetWords } from "./use-target-words";

type ColumnsFormProps = {
  org: string;
  run: { id: string; version: number };
  register: Capacity;
  columns: readonly FileColumn[];
  hasOtherSheets: boolean;
};

export function ColumnsForm({ org, run, register, columns, hasOtherSheets }: ColumnsFormProps) {
  const t = useTranslations("import-page");
  const { state, pending, props } = useImportForm(bindAction(saveColumns, org));
  const typed = "values" in state ? state.values : undefined;
  const first = columns.map(({ target, asked }) => (asked ? ASK_TARGET : target));
  const [chosen, setChosen] = useState<readonly unknown[]>(first);
  const asked = chosen.filter((target) => target === ASK_TARGET).length;
  const refused = state.status === "refused" ? state.issues : [];
  const refusedOrder = refused.find(({ path }) => path === "dateOrder");
  const refusedCells = String(refusedOrder?.params?.cells ?? "");
  const known = columns.find(({ dateOrder }) => dateOrder)?.dateOrder ?? "";
  const typedOrder = (valueAt(typed, "dateOrder") as DateOrder | undefined) ?? known;
  const asksOrder =
    known !== "" || refusedOrder !== undefined || columns.some(({ orderAsked }) => orderAsked);
  const errorOf = (index: number) =>
    refused.some(({ path }) => path === targetName(index)) && chosen[index] === ASK_TARGET
      ? t("columns.askedError")
      : undefined;
  const read = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    setChosen(columns.map((_, index) => form.get(targetName(index))));
  };
  return (
    <form {...props} onChange={read}>
      <RunFields run={run} />
      <Line>
        <ImportNotice state={state} />
        <h2 className="mt-5">{t("columns.title")}</h2>
        <p className="muted prose-line mb-4">{t("columns.text")}</p>
        {asked > 0 && <p className="prose-line mb-4">{t("columns.askedText", { count: asked })}</p>}
        <Missing targets={missingTargets(register, chosen)} />
      </Line>
      {asksOrder && (
        <Line className="mb-4">
          <DateOrderSelect
            cells={columns.find(({ orderAsked }) => orderAsked)?.orderAsked?.join(" · ") ?? refusedCells}
            order={typedOrder}
            isRefused={refusedOrder !== undefined}
          />
        </Line>
      )}
      <ColumnsTable
        columns={columns}
        register={register}
        targetOf={(index) => String(valueAt(typed, targetName(index)) ?? itemAt(first, index))}
        errorOf={errorOf}
      />
      <Line>
        <div className="form-end">
          <SubmitButton pending={pending}>{t("columns.act")}</SubmitButton>
          {hasOtherSheets && (
            <LinkButton tone="bare" href={`/${org}/records/import/${run.id}?step=sheet`}>
              {t("sheet.change")}
            </LinkButton>
          )}
          <LinkButton tone="bare" href={`/${org}/records/import`}>
            {t("columns.again")}
          </LinkButton>
        </div>
      </Line>
    </form>
  );
}

function Missing({ targets }: { targets: readonly ImportTarget[] }) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  const words = useTargetWords();
  return (
    <div role="status" id="targets" tabIndex={-1}>
      {targets.length > 0 && (
        <p className="mb-3">
          <b className="text-warn">
            <Icon of={TriangleAlert} small />{" "}
            {t("columns.missing", {
              list: formatList(
                targets.map((target) => words(target)),
                locale,
              ),
            })}
          </b>{" "}
          <span className="muted">{t("columns.missingText")}</span>
        </p>
      )}
    </div>
  );
}
