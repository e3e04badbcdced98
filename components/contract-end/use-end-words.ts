import { useLocale, useTranslations } from "next-intl";
import {
  EVIDENCE_FIELDS,
  UNION_LAW,
  type LineAnswer,
  type EvidenceValues,
} from "@/lib/domain/contract-end/answers";
import type { Issue } from "@/lib/domain/outcome/outcome";
import type { CountryOption } from "@/lib/i18n/country-options";
import { formatDay, joinParts } from "@/lib/i18n/format";
import type { Line } from "./loaded-end";

export function useEndIssues() {
  const t = useTranslations("contract-end");
  const contract = useTranslations("contract.issues");
  const locale = useLocale();
  return ({ key, params }: Issue): string | undefined => {
    const [noun, ...rest] = key.split(".");
    const name = rest.join(".");
    if (noun === "contract") return contract.has(name) ? contract(name, params) : undefined;
    if (noun !== "contract-end") return undefined;
    const path = name.startsWith("blockers.") ? name : `refusals.${name}`;
    const fields = String(params?.fields ?? "")
      .split(" ")
      .filter(Boolean);
    const named = joinParts(
      fields.map((field) => t(`fields.${field}`)),
      locale,
    );
    return t.has(path) ? t(path, { ...params, fields: named }) : undefined;
  };
}

export function useLineName() {
  const t = useTranslations("contract-end.untitled");
  const locale = useLocale();
  return ({ kind, title, detail }: Pick<Line, "kind" | "title" | "detail">) => {
    const of = title || joinParts(detail.records, locale);
    return title && kind !== "backup" ? title : t(kind, { records: of });
  };
}

/** Omits what was not answered. */
export function useEvidenceWords(countries: readonly CountryOption[]) {
  const t = useTranslations("contract-end");
  const locale = useLocale();
  const nameCountry = (code: string) =>
    code === UNION_LAW ? t("unionLaw") : (countries.find(({ value }) => value === code)?.label ?? code);
  const READ: Partial<Record<keyof EvidenceValues, (value: string) => string>> = {
    on: (day) => formatDay(day, locale),
    purgeOn: (day) => formatDay(day, locale),
    untilOn: (day) => formatDay(day, locale),
    means: (means) => t(`means.${means}`),
    lawOf: nameCountry,
  };
  return (stated: Partial<EvidenceValues>) =>
    EVIDENCE_FIELDS.flatMap((name) => {
      const value = stated[name];
      return value ? { name, label: t(`fields.${name}`), text: READ[name]?.(value) ?? value } : [];
    });
}

export function useAnswered() {
  const t = useTranslations("contract-end");
  return (answer: LineAnswer | null) => (answer ? t(`answers.${answer}.done`) : t("line.unanswered"));
}
