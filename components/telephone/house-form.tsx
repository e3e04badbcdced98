"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { bindAction } from "@/components/form/bind-action";
import { FlatConflict } from "@/components/form/flat-conflict";
import { FormProvider } from "@/components/form/form-context";
import { FormNotice } from "@/components/form/form-notice";
import type { FormValues } from "@/components/form/form-paths";
import { RowsGroup } from "@/components/form/rows-group";
import { useFlatForm } from "@/components/form/use-flat-form";
import { useNounIssues } from "@/components/form/use-noun-issues";
import { SubmitButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { ListInput, Select, TextArea, TextInput } from "@/components/ui/text-input";
import { EARLY_RULES } from "@/lib/domain/telephone-prospecting/tightening";
import { WEEKDAYS } from "@/lib/domain/choice/stop-times";
import { submitHouseRule } from "@/lib/features/telephone/actions";
import type { loadHouseRule } from "@/lib/features/telephone/loaders";
import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { capitalise } from "@/lib/i18n/format";
import { HOUSE_NAMES, useHouseWords } from "./use-house-words";
import { useWeekdayWords } from "./weekday-words";

type House = Awaited<ReturnType<typeof loadHouseRule>>["house"];

/** Writes days one to a line, as they are typed; each saving gives a reason of its own. */
function houseAsTyped({ closedDays, ...stored }: FormValues): FormValues {
  return { ...stored, reason: "", closedDays: [closedDays].flat().join("\n") };
}

/** The house's rules, each beside what the law has; empty adds nothing. */
export function HouseForm({ org, house, version }: { org: string; house: House; version: number }) {
  const t = useTranslations("telephone");
  const { labels, read } = useHouseWords();
  const form = useFlatForm({
    action: bindAction(submitHouseRule, org),
    schema: houseRuleSchema,
    names: [...HOUSE_NAMES, "reason"],
    initial: { ...house },
    version,
    asTyped: houseAsTyped,
    labelOf: (path) => (path === "reason" ? t("fields.reason") : labels[path.replace(/[.].*/, "")]),
    describeIssue: useNounIssues("telephone"),
  });
  const field = (name: string) => ({ ...form.field(name), label: t(`fields.${name}` as never) });
  return (
    <FormProvider value={form}>
      <FormNotice {...form.notice} />
      <FlatConflict
        form={form}
        subject={t("tabs.house")}
        labels={labels}
        read={read}
        besides={{ reason: form.valueOf("reason") }}
        theirsHref={`/${org}/telephone/house`}
      />
      <form {...form.props} key={`${form.key} ${form.hidden.version}`} hidden={form.isAside}>
        <input type="hidden" name="version" value={form.hidden.version} />
        <input type="hidden" name="base" value={form.hidden.base} />
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
        <WeekdayRows form={form} />
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

/** Asks for the hours of days of the week, several of one day where it has several parts. */
function WeekdayRows({ form }: { form: ReturnType<typeof useFlatForm> }) {
  const t = useTranslations("telephone");
  const { nameOf } = useWeekdayWords();
  const locale = useLocale();
  return (
    <RowsGroup
      name="weekdays"
      label={t("fields.weekdays")}
      hint={t("house.hints.weekdays")}
      nameOf={(number) => t("house.rows.dayOne", { number })}
      addLabel={t("house.rows.dayAdd")}
      removeLabel={t("house.rows.remove")}
    >
      {(at) => (
        <>
          <Select
            {...form.field(`${at}.day`)}
            label={t("house.day")}
            blank={t("house.chooseDay")}
            options={WEEKDAYS.map((day) => ({
              value: String(day),
              label: capitalise(nameOf(day), locale),
            }))}
          />
          <div className="pair">
            <TextInput {...form.field(`${at}.from`)} type="time" label={t("fields.opensAt")} optional />
            <TextInput {...form.field(`${at}.until`)} type="time" label={t("fields.closesAt")} optional />
          </div>
        </>
      )}
    </RowsGroup>
  );
}
