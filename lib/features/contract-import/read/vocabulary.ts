import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import { CLAUSE_ANSWERS } from "@/lib/domain/contract/content";
import { FIELD_SECTIONS, fieldsOf } from "@/lib/domain/contract/contract-fields";
import {
  AMENDMENT_COLUMNS,
  CLAUSE_COLUMNS,
  CONTRACT_DATES,
  INSTRUCTOR_COLUMNS,
  ownClausePhrases,
  type OwnSheet,
  type SheetVocabulary,
} from "@/lib/domain/contract-import/sheet-fields";
import { CONTRACT_STATES } from "@/lib/domain/contract/types";
import { fold } from "@/lib/domain/text/fold";
import { headPhrase, type HeadPhrase } from "@/lib/domain/import/match-heads";
import { LOCALES } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import { sheetName } from "@/lib/platform/sheets/workbook";

type Words = { contract: Translator; clauses: Translator };

/** Headings of exported workbooks in every language. */
export async function contractVocabulary(): Promise<SheetVocabulary> {
  const words = await Promise.all(
    LOCALES.map(async (locale) => ({
      contract: await translator(locale, "contract"),
      clauses: await translator(locale, "contract-clauses"),
    })),
  );
  return {
    sheets: new Map(words.flatMap(({ contract }) => sheetsIn(contract))),
    contracts: words.flatMap(({ contract }) => contractHeads(contract)),
    clauses: [
      ...words.flatMap(({ contract: t }) =>
        phrases(CLAUSE_COLUMNS, (name) => identityIn(t, name) ?? t(`clauses.${name}`)),
      ),
      ...ownClausePhrases(),
    ],
    instructors: words.flatMap(({ contract: t }) =>
      phrases(INSTRUCTOR_COLUMNS, (name) => identityIn(t, name) ?? t(`instructors.fields.${name}`)),
    ),
    amendments: words.flatMap(({ contract: t }) =>
      phrases(AMENDMENT_COLUMNS, (name) => identityIn(t, name) ?? t(`amendments.fields.${name}`)),
    ),
    choices: choicesIn(words),
    answers: new Map(
      words.flatMap(({ clauses }) =>
        CLAUSE_ANSWERS.map((answer) => [fold(clauses(`answers.${answer}`)), answer] as const),
      ),
    ),
    titles: new Map(
      words.flatMap(({ clauses }) =>
        CLAUSE_IDS.map((id) => [fold(clauses(`clauses.${id}.title`)), id] as const),
      ),
    ),
    states: new Map(
      words.flatMap(({ contract: t }) =>
        CONTRACT_STATES.map((state) => [fold(t(`states.${state}`)), state] as const),
      ),
    ),
    notAsked: new Set(words.map(({ contract: t }) => fold(t("matrix.notAsked")))),
  };
}

const SHEETS: Readonly<Record<OwnSheet, string>> = {
  contracts: "list.title",
  matrix: "matrix.title",
  clauses: "parts.clauses",
  amendments: "parts.amendments",
  instructors: "parts.instructors",
};

function sheetsIn(t: Translator): [string, OwnSheet][] {
  return Object.entries(SHEETS).map(([sheet, key]) => [fold(sheetName(t(key))), sheet as OwnSheet]);
}

function identityIn(t: Translator, name: string): string | null {
  if (name === "reference") return t("fields.reference");
  return name === "controller" ? t("fields.controllerId") : null;
}

function contractHeads(t: Translator): HeadPhrase<string>[] {
  const plain = ["reference", "controller", "title", ...CONTRACT_DATES] as const;
  const fields = FIELD_SECTIONS.flatMap((section) => fieldsOf(section).map(([name]) => `${section}.${name}`));
  return [
    headPhrase(t("fields.state"), "state"),
    ...phrases([...plain, ...fields], (name) => identityIn(t, name) ?? t(`fields.${name}`)),
  ];
}

function phrases<T extends string>(names: readonly T[], translate: (name: T) => string): HeadPhrase<T>[] {
  return names.map((name) => headPhrase(translate(name), name));
}

function choicesIn(words: readonly Words[]): Map<string, Map<string, string>> {
  const kinds = FIELD_SECTIONS.flatMap((section) => fieldsOf(section).map(([, kind]) => kind));
  return new Map(
    kinds.flatMap((kind) => {
      if (kind.kind !== "choice") return [];
      const stated = words.flatMap(({ contract: t }) =>
        kind.options.map((option) => [fold(t(`choices.${kind.words}.${option}`)), option] as const),
      );
      return [[kind.words, new Map(stated)] as const];
    }),
  );
}
