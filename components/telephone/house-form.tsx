"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import { RowsGroup } from "@/components/form/rows-group";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { useServerForm } from "@/components/form/use-server-form";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { ListInput, Select, TextArea, TextInput } from "@/components/ui/text-input";
import { EARLY_RULES } from "@/lib/domain/telephone-prospecting/tightening";
import { submitHouseRule } from "@/lib/features/telephone/actions";
import type { loadHouseRule } from "@/lib/features/telephone/loaders";
import { houseRuleSchema } from "@/lib/features/telephone/schema";

type House = Awaited<ReturnType<typeof loadHouseRule>>["house"];

/** The house's rules, each beside what the law has; empty adds nothing. */
export function HouseForm({ org, house, version }: { org: string; house: House; version: number }) {
  const t = useTranslations("telephone");
  const form = useServerForm({
    action: bindAction(submitHouseRule, org),
    schema: houseRuleSchema,
    initial: {
      ...house,
      closedDays: [...house.closedDays],
      early: house.early.map((one) => ({ ...one })),
      reason: "",
    },
    labelOf: (path) => (t.has(`fields.${path}`) ? t(`fields.${path}` as never) : undefined),
    describeIssue: useNounIssues("telephone"),
  });
  const field = (name: string) => ({ ...form.field(name), label: t(`fields.${name}` as never) });
  return (
    <FormProvider value={form}>
      <form {...form.props} key={form.key}>
        <FormNotice {...form.notice} />
        <input type="hidden" name="version" value={version} />
        <div className="pair">
          <TextInput {...field("attempts")} hint={t("house.hints.attempts")} inputMode="numeric" optional />
          <TextInput
            {...field("consentMonths")}
            hint={t("house.hints.consentMonths")}
            inputMode="numeric"
            optional
          />
        </div>
        <div className="pair">
          <TextInput {...field("opensAt")} type="time" hint={t("house.hints.opensAt")} optional />
          <TextInput {...field("closesAt")} type="time" hint={t("house.hints.closesAt")} optional />
        </div>
        <Checkbox
          name="closesLocalHolidays"
          value="true"
          defaultChecked={String(form.valueOf("closesLocalHolidays")) === "true"}
          label={t("fields.closesLocalHolidays")}
        />
        <ListInput {...field("closedDays")} hint={t("house.hints.closedDays")} dir="ltr" optional />
        <RowsGroup
          name="early"
          label={t("fields.early")}
          hint={t("house.hints.early")}
          nameOf={(number) => t("house.rows.one", { number })}
          addLabel={t("house.rows.add")}
          removeLabel={t("house.rows.remove")}
        >
          {(at) => (
            <div className="pair">
              <Select
                {...form.field(`${at}.rule`)}
                label={t("house.rule")}
                blank={t("house.chooseRule")}
                options={EARLY_RULES.map((rule) => ({
                  value: rule,
                  label: `${rule} ${t(`rules.${rule}.title`)}`,
                }))}
              />
              <TextInput {...form.field(`${at}.from`)} type="date" label={t("house.from")} />
            </div>
          )}
        </RowsGroup>
        <TextArea {...field("reason")} hint={t("house.hints.reason")} dir="auto" required />
        <div className="form-end">
          <SubmitButton icon={Check} pending={form.pending}>
            {t("house.save")}
          </SubmitButton>
        </div>
      </form>
    </FormProvider>
  );
}
