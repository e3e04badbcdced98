import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DOUBT_KEYS, isQuestion, question, type DoubtKey } from "@/lib/domain/import/doubts";
import type { PlannedQuestion } from "@/lib/domain/import/questions";
import { optionsOf } from "@/lib/domain/import/settle";
import { loadMessages } from "@/lib/i18n/messages";
import type { FormState } from "@/lib/forms/form-state";
import { QuestionList } from "./question-list";
import { RefusedFields } from "./refused-fields";

const MESSAGES = {
  fr: await loadMessages("fr"),
  en: await loadMessages("en"),
  ar: await loadMessages("ar"),
};
type Locale = keyof typeof MESSAGES;

/** Parameters of each question as its reader makes it. */
const PARAMS: Partial<Record<DoubtKey, Record<string, string>>> = {
  textStruck: { words: "Tunisie" },
  wordsUnsettled: { words: "pas", result: "none" },
  placeHomonym: { options: "CG|CD" },
  dateNoSuchDay: { options: "2025-04" },
  dateOrder: { options: "2024-03-12|2012-03-24" },
  severalInstruments: { country: "MA", options: "scc-2021-914|adequacy" },
  severalDates: { options: "2024-01-01|2024-03-01" },
  namesUnsettled: { names: "OVH · AWS" },
  linesOfOneEntry: { lines: "2–3", count: "2" },
  subProcessorSeat: { options: "FR|MA", name: "OVH" },
  severalTerms: { words: "5 ans, 10 ans" },
  companiesAlike: { options: "OVH|OVHcloud", names: "OVH|OVHcloud", ids: "|" },
  companyCountries: { options: "FR|MA", countries: "FR|MA", name: "Ferrix" },
  controllerCountries: { options: "FR|BE", countries: "FR|BE", name: "Orvelle SA" },
  otherRole: { options: "here|aside", role: "controller", register: "processor", column: "Rôle" },
};

function planned(key: DoubtKey): PlannedQuestion {
  const doubt = { field: "transfer" as const, ...question(key, "une cellule", PARAMS[key]) };
  return { key, doubt, options: optionsOf(doubt), rows: 5, lines: [2, 3, 4], answer: null };
}

function render(
  locale: Locale,
  questions: readonly PlannedQuestion[],
  state: FormState = { status: "idle" },
): string {
  const fail = (error: Error) => {
    throw error;
  };
  const list = createElement(QuestionList, { questions });
  const children = createElement(RefusedFields, { state, children: list });
  const around = { locale, messages: MESSAGES[locale], timeZone: "UTC", onError: fail, children };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, around));
}

const KEYS = DOUBT_KEYS.filter((key) => isQuestion({ key }));

describe.each(Object.keys(MESSAGES) as Locale[])("the questions of a file in %s", (locale) => {
  it.each(KEYS)("%s is asked and answered in words, by a group of choices", (key) => {
    const html = render(locale, [planned(key)]);
    const answers = [
      ...html.matchAll(/<input type="radio"[^>]*value="([^"]*)"[^>]*\/><span>([^<]+)<\/span>/g),
    ];
    expect(answers.length).toBeGreaterThan(key === "dateNotRead" ? 0 : 1);
    expect(new Set(answers.map(([, , label]) => label)).size).toBe(answers.length);
    for (const [, value, label] of answers) expect(label).not.toBe(value);
    expect(html).toMatch(/<fieldset aria-label="[^"]*une cellule[^"]*">/);
  });
});

it("offers only what each question permits", () => {
  const valuesOf = (key: DoubtKey) =>
    [...render("fr", [planned(key)]).matchAll(/<input type="radio"[^>]*value="([^"]*)"/g)].map(
      ([, value]) => value,
    );
  expect(valuesOf("linesOfOneEntry")).toEqual(["take", "open"]);
  expect(valuesOf("otherRole")).toEqual(["here", "aside"]);
  expect(valuesOf("companiesAlike")).toEqual(["OVH", "OVHcloud", "open"]);
  expect(valuesOf("placeHomonym")).toEqual(["CG", "CD", "open"]);
});

it("lays a question out in the direction of its language, whatever letters its cell begins with", () => {
  expect(render("ar", [planned("placeHomonym")])).toMatch(/<th scope="row" dir="rtl"/);
  expect(render("fr", [planned("placeHomonym")])).toMatch(/<th scope="row" dir="ltr"/);
});

it("keeps the answers of a refused form by their questions, wherever those stand since", () => {
  const values = {
    questions: [
      { key: "dateOrder", answer: "" },
      { key: "placeHomonym", answer: "CD" },
    ],
  };
  const state: FormState = { status: "refused", issues: [{ path: "", key: "planChanged" }], values };
  const stored = { ...planned("dateOrder"), answer: "2024-03-12" };
  const html = render("fr", [planned("placeHomonym"), stored], state);
  const chosen = [...html.matchAll(/<input type="radio"[^>]*checked[^>]*value="([^"]*)"/g)];
  expect(chosen.map(([, value]) => value)).toEqual(["CD", "2024-03-12"]);
});
