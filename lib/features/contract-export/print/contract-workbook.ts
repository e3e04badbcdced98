import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import type { ContractAssessment } from "@/lib/domain/contract/contract-case";
import { FIELD_SECTIONS, fieldsOf, type FieldKind } from "@/lib/domain/contract/contract-fields";
import { contractOn, effectOf } from "@/lib/domain/contract/in-force";
import { matrixRow } from "@/lib/domain/contract-import/matrix";
import type { ContractRow } from "@/lib/features/contract/read/queries";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { CellValue, WorkBook, WorkSheet } from "@/lib/platform/sheets/workbook";

type Content = Pick<ContractAssessment, "organisation" | "on"> & { contracts: readonly ContractRow[] };
type Words = { contract: Translator; clauses: Translator };

export async function contractWorkbook(content: Content, locale: Locale, createdAt: Date): Promise<WorkBook> {
  const words = {
    contract: await translator(locale, "contract"),
    clauses: await translator(locale, "contract-clauses"),
  };
  return {
    isRightToLeft: locale === "ar",
    createdAt,
    sheets: [
      termsSheet(content, words),
      matrixSheet(content, words),
      clausesSheet(content, words),
      amendmentsSheet(content, words),
      instructorsSheet(content, words),
    ],
  };
}

const DATES = ["signedOn", "effectiveOn", "noticeGivenOn", "endedOn"] as const;

function termsSheet({ contracts, on }: Content, { contract: t }: Words): WorkSheet {
  const fields = FIELD_SECTIONS.flatMap((section) =>
    fieldsOf(section).map(([name, kind]) => ({ section, name, kind })),
  );
  return {
    name: t("list.title"),
    columns: heads(
      [
        ...identity(t),
        t("fields.title"),
        t("fields.state"),
        ...DATES.map((date) => t(`fields.${date}`)),
        ...fields.map(({ section, name }) => t(`fields.${section}.${name}`)),
      ],
      22,
    ),
    rows: contracts.map((row) => {
      const { contractTerms, state } = contractOn(row, on);
      return [
        ...called(row),
        row.title,
        t(`states.${state}`),
        ...DATES.map((date) => dayCell(row[date])),
        ...fields.map(({ section, name, kind }) =>
          cellOf(kind, (contractTerms[section] as Record<string, unknown>)[name], t),
        ),
      ];
    }),
  };
}

function matrixSheet({ contracts, organisation, on }: Content, { contract: t, clauses }: Words): WorkSheet {
  return {
    name: t("matrix.title"),
    columns: heads(
      [
        ...identity(t),
        ...CLAUSE_IDS.map((id) => t("clauses.column", { title: clauses(`clauses.${id}.title`) })),
      ],
      24,
    ),
    rows: contracts.map((contract) => {
      const cells = matrixRow({ contract, instructors: contract.instructors, organisation, on });
      return [
        ...called(contract),
        ...CLAUSE_IDS.map((id) => (cells[id] ? clauses(`answers.${cells[id]}`) : t("matrix.notAsked"))),
      ];
    }),
  };
}

function clausesSheet({ contracts, on }: Content, { contract: t, clauses }: Words): WorkSheet {
  return {
    name: t("parts.clauses"),
    columns: heads(
      [...identity(t), t("clauses.id"), t("clauses.answer"), t("clauses.place"), t("clauses.note")],
      24,
    ),
    rows: contracts.flatMap((row) => {
      const read = contractOn(row, on).contractTerms.clauses;
      return CLAUSE_IDS.map((id) => {
        const { answer, place, note } = read[id];
        return [...called(row), clauses(`clauses.${id}.title`), clauses(`answers.${answer}`), place, note];
      });
    }),
  };
}

function amendmentsSheet({ contracts }: Content, { contract: t }: Words): WorkSheet {
  const names = ["title", "signedOn", "effectiveOn"].map((name) => t(`amendments.fields.${name}`));
  return {
    name: t("parts.amendments"),
    columns: heads([...identity(t), ...names], 24),
    rows: contracts.flatMap((row) =>
      row.content.amendments.map((amendment) => [
        ...called(row),
        amendment.title,
        dayCell(amendment.signedOn),
        dayCell(effectOf(amendment) ?? amendment.effectiveOn),
      ]),
    ),
  };
}

function instructorsSheet({ contracts }: Content, { contract: t }: Words): WorkSheet {
  const names = ["name", "capacity", "email", "power", "from", "until"] as const;
  return {
    name: t("parts.instructors").slice(0, 31),
    columns: heads([...identity(t), ...names.map((name) => t(`instructors.fields.${name}`))], 24),
    rows: contracts.flatMap((row) =>
      row.instructors.map(({ name, capacity, email, power, from, until }) => [
        ...called(row),
        name,
        capacity,
        email,
        power,
        dayCell(from),
        dayCell(until),
      ]),
    ),
  };
}

function heads(names: readonly string[], width: number): WorkSheet["columns"] {
  return names.map((head) => ({ head, width }));
}

function identity(t: Translator): string[] {
  return [t("fields.reference"), t("fields.controllerId")];
}

function called({ reference, controller }: ContractRow): string[] {
  return [reference, controller.legalName];
}

function dayCell(isoDay: string | null): CellValue {
  return isoDay ? new Date(`${isoDay}T00:00:00Z`) : "";
}

/** Leaves cells blank where the contract is silent. */
function cellOf(of: FieldKind, value: unknown, t: Translator): CellValue {
  if (value === null || value === undefined || value === "") return "";
  switch (of.kind) {
    case "tick":
      return t(value ? "yes" : "no");
    case "choice":
      return t(`choices.${of.words}.${String(value)}`);
    case "count":
      return Number(value);
    case "day":
      return dayCell(String(value));
    default:
      return Array.isArray(value) ? value.join("\n") : String(value);
  }
}
