import { useLocale, useTranslations } from "next-intl";
import type { PlannedQuestion } from "@/lib/domain/import/questions";
import { LEAVE_OPEN, TAKE } from "@/lib/domain/import/settle";
import { formatList, formatPartialDate } from "@/lib/i18n/format";

/** Questions whose names stand for several companies where none is chosen. */
const COMPANIES = new Set(["companiesAlike", "companyCountries", "controllerCountries"]);
const DATES = new Set(["dateOrder", "severalDates", "dateNoSuchDay"]);

/** The answers of a question with their words: each option, or the reading as proposed; and to leave it open. */
export function useAnswerWords() {
  const t = useTranslations("import-page.questions");
  const countries = useTranslations("countries");
  const instruments = useTranslations("record.instruments");
  const locale = useLocale();
  const country = (code: string) => (countries.has(code) ? countries(code) : code);
  const option = ({ doubt: { key } }: PlannedQuestion, value: string): string => {
    if (DATES.has(key)) return formatPartialDate({ value, text: "" }, locale);
    if (key === "severalInstruments") return instruments(value);
    if (key === "companiesAlike") return t("sameCompany", { name: value });
    return COMPANIES.has(key) ? t("onePlace", { country: country(value) }) : country(value);
  };
  const reading = ({ doubt: { params } }: PlannedQuestion): string => {
    if (params.result === "none") return t("takeNone");
    if (params.countries)
      return t("takePlaces", { list: formatList(params.countries.split("|").map(country), locale) });
    if (params.names) return t("takePlaces", { list: params.names });
    if (params.date)
      return t("takePlaces", { list: formatPartialDate({ value: params.date, text: "" }, locale) });
    return t("take");
  };
  return (question: PlannedQuestion): { value: string; label: string }[] => {
    if (question.doubt.key === "linesOfOneEntry")
      return [
        { value: TAKE, label: t("joinLines") },
        { value: LEAVE_OPEN, label: t("keepLines") },
      ];
    if (question.doubt.key === "otherRole")
      return question.options.map((value) => ({ value, label: t(`role.${value}`) }));
    // Words that are no date say nothing that could be taken.
    if (question.doubt.key === "dateNotRead") return [{ value: LEAVE_OPEN, label: t("open") }];
    const choices =
      question.options.length > 0
        ? question.options.map((value) => ({ value, label: option(question, value) }))
        : [{ value: TAKE, label: reading(question) }];
    const apart = COMPANIES.has(question.doubt.key) ? "apart" : "open";
    return [...choices, { value: LEAVE_OPEN, label: t(apart) }];
  };
}
