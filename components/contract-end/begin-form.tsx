"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { Empty } from "@/components/ui/states";
import { beginRun } from "@/lib/features/contract-end/actions";
import { endBeginSchema } from "@/lib/features/contract-end/schema";
import type { LoadedBeginning } from "./loaded-end";
import { useEndIssues } from "./use-end-words";

export function BeginForm({
  org,
  of: { contract, entries, proposed },
}: {
  org: string;
  of: LoadedBeginning;
}) {
  const t = useTranslations("contract-end.begin");
  const form = useServerForm({
    action: bindAction(beginRun, org),
    schema: endBeginSchema.omit({ contractId: true }),
    initial: { recordIds: proposed },
    labelOf: (path) => (path === "recordIds" ? t("records") : undefined),
    describeIssue: useEndIssues(),
  });
  const ticked = [form.valueOf("recordIds")].flat();
  const { error, ...registered } = form.choice("recordIds");
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <input type="hidden" name="contractId" value={contract.id} />
      {entries.length === 0 ? (
        <Empty title={t("noRecords")}>{t("noRecordsText")}</Empty>
      ) : (
        <FieldGroup id="recordIds" label={t("records")} hint={t("recordsHint")} error={error}>
          {entries.map(({ id, reference, activity, concern }) => (
            <Checkbox
              key={id}
              {...registered}
              id={`record-${id}`}
              value={id}
              label={
                <>
                  <bdi>{reference}</bdi> · <bdi>{activity}</bdi>
                </>
              }
              hint={t(`concerns.${concern}`)}
              defaultChecked={ticked.includes(id)}
            />
          ))}
        </FieldGroup>
      )}
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("act")}</SubmitButton>
        <LinkButton href={`/${org}/contracts/${contract.id}`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
