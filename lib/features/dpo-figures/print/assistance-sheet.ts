import { ASSISTANCE_ARTICLES } from "@/lib/domain/dpo-work/content";
import type { AssistanceLine } from "@/lib/features/dpo-figures/read/assistance";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";

export type AssistanceTable = { name: string; heads: string[]; rows: (string | number)[][] };

/** Every assistance as a table in one language, for a spreadsheet or CSV. */
export async function assistanceTable(
  lines: readonly AssistanceLine[],
  locale: Locale,
): Promise<AssistanceTable> {
  const t = await translator(locale, "dpo-work");
  const figures = await translator(locale, "dpo-figures");
  return {
    name: figures("time.sheet"),
    heads: [
      ...[t("list.reference"), t("fields.assistance.controllerId"), t("fields.assistance.title")],
      ...[t("fields.assistance.type"), figures("time.article"), t("fields.assistance.askedOn")],
      ...[figures("time.givenOn"), t("list.status"), t("list.minutes"), figures("time.outcome")],
    ],
    rows: lines.map(({ reference, controller, title, type, askedOn, givenOn, state, minutes, outcome }) => [
      ...[reference, controller, title, t(`choices.assistance.${type}`), ASSISTANCE_ARTICLES[type], askedOn],
      ...[givenOn ?? "", t(`statuses.assistance.${state}`), minutes, outcome],
    ]),
  };
}
