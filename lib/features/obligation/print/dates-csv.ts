import type { DutyGround } from "@/lib/domain/obligation/duty-ground";
import { dueDay } from "@/lib/domain/obligation/due";
import type { Listed } from "@/lib/domain/obligation/list";
import type { Obligation } from "@/lib/domain/obligation/types";
import type { Locale } from "@/lib/i18n/locale";
import { actOf, reasonOf, subjectOf, whenOf } from "@/lib/i18n/obligation-words";
import { translator } from "@/lib/i18n/translator";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";

type Printed = Listed<Obligation> & { ground: DutyGround };
type Table = { organisation: { slug: string; legalName: string }; locale: Locale; origin: string };

/** Prints dates as a table (CSV, RFC 4180), the most pressing first. */
export async function printDatesCsv(
  obligations: readonly Printed[],
  { organisation, locale, origin }: Table,
): Promise<string> {
  const t = await translator(locale, "obligation");
  const heads = ["horizon", "day", "when", "act", "subject", "client", "reason", "address"] as const;
  const rows = obligations.map((line) => [
    t(`horizons.${line.horizon}`),
    line.due.type === "since" ? "" : dueDay(line.due),
    whenOf(t, line, locale),
    actOf(t, line.kind),
    subjectOf(t, line, locale),
    line.controller?.name ?? "",
    reasonOf(t, line.ground, locale),
    `${origin}/${organisation.slug}${line.path}`,
  ]);
  return CSV_START + [heads.map((head) => t(`feed.columns.${head}`)), ...rows].map(writeCsvRow).join("");
}
