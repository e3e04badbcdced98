"use client";

import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormNotice } from "@/components/form/form-notice";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { FieldGroup } from "@/components/ui/field";
import { Select } from "@/components/ui/text-input";
import { addRequests } from "@/lib/features/authorisation/actions";
import type { loadNewRequests } from "@/lib/features/authorisation/loaders";
import { requestsPrepareSchema } from "@/lib/features/authorisation/schema";

type PrepareFormProps = { org: string; of: Awaited<ReturnType<typeof loadNewRequests>> };

export function PrepareForm({ org, of }: PrepareFormProps) {
  const t = useTranslations("authorisation");
  const form = useServerForm({
    action: bindAction(addRequests, org),
    schema: requestsPrepareSchema,
    initial: { subProcessorId: of.subProcessorId, controllerIds: of.controllerId ? [of.controllerId] : [] },
    labelOf: (path) => (t.has(`new.${path}`) ? t(`new.${path}`) : undefined),
    describeIssue: useNounIssues("authorisation", "authorisation.refusals"),
  });
  const ticked = [form.valueOf("controllerIds")].flat();
  const { name, error } = form.choice("controllerIds");
  return (
    <form key={form.key} {...form.props}>
      <FormNotice {...form.notice} />
      <Select
        {...form.field("subProcessorId")}
        label={t("new.subProcessorId")}
        blank={t("new.choose")}
        options={of.subProcessors.map((one) => ({ value: one.id, label: `${one.reference} · ${one.name}` }))}
        required
      />
      <FieldGroup
        id="controllerIds"
        label={t("new.controllerIds")}
        hint={t("new.controllersHint")}
        error={error}
      >
        {of.controllers.map(({ id, legalName, hasAddress, regime, days, state }) => (
          <Checkbox
            key={id}
            name={name}
            id={`controller-${id}`}
            value={id}
            defaultChecked={ticked.includes(id)}
            label={<bdi>{legalName}</bdi>}
            hint={[
              t(`regimes.${regime}`),
              days === null ? t("noDays") : t("days", { days }),
              state && t(`cells.${state}`),
              !hasAddress && t("new.noAddress"),
            ]
              .filter(Boolean)
              .join(" · ")}
          />
        ))}
      </FieldGroup>
      <div className="form-end">
        <SubmitButton pending={form.pending}>{t("new.act")}</SubmitButton>
        <LinkButton href={`/${org}/authorisations`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
