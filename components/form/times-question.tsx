import { useLocale, useTranslations } from "next-intl";
import { RadioChoice } from "@/components/ui/choice";
import { TIMES_ANSWERS, timesNamed, timesTakeMore } from "@/lib/domain/rights-request/times-asked";
import { stopTimesWords } from "@/lib/i18n/stop-times";
import type { useServerForm } from "./use-server-form";

/** Asks, once the words of an objection were found to name times, whether it is limited to them. */
export function TimesQuestion({ form, at }: { form: ReturnType<typeof useServerForm>; at: number }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const answer = String(form.valueOf("timesAnswer") ?? "");
  if (form.errorOf("timesAnswer") === undefined && answer === "") return null;
  const rights = [form.valueOf("rights") ?? []].flat().map(String);
  const asked = { rights, words: String(form.valueOf("words") ?? ""), at };
  const named = timesNamed(asked);
  const times = stopTimesWords(named, locale, t as (key: string) => string);
  return (
    <RadioChoice
      {...form.choice("timesAnswer")}
      label={t("times.question", { times })}
      hint={timesTakeMore(asked) ? t("times.mayTakeMore") : undefined}
      defaultValue={answer}
      choices={TIMES_ANSWERS.map((value) => ({ value, label: t(`times.${value}`, { times }) }))}
    />
  );
}
