import type { JsonValue } from "@/lib/domain/journal/canonical";
import { titleOf } from "@/lib/domain/measure/naming";
import { defineSection, type SectionQuery } from "@/lib/features/dossier/read/section";
import type { MeasureRow } from "@/lib/features/measure/read/queries";
import { formatPartialDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

/**
 * Measures of art. 32(1); for chosen controllers, those that their entries name. Who answers for one and where it is
 * documented is told to no controller.
 */
export const measuresSection = defineSection({
  columns: [
    "reference",
    "title",
    "description",
    "family",
    "articles",
    "iso",
    "owner",
    "evidence",
    "since",
    "reviewOn",
    "inUse",
  ],
  listed: ["reference", "title", "description", "family", "articles"],
  async *rows(tx, query) {
    const { at, audience, words } = query;
    const library = await translator(words.locale, "measure-library");
    const named = await findNamed(tx, query);
    for (const { measureId, isRetired, ...measure } of await findMeasuresAt(tx, at)) {
      if (named && !named.has(measureId)) continue;
      const { reference, libraryCode, family, articles, iso, since, reviewOn } = measure;
      const title = titleOf(measure, (code) => library(`entries.${code}.title`));
      const stated = libraryCode ? library(`entries.${libraryCode}.text`) : "";
      const description = measure.description || stated;
      const inUse = !isRetired;
      const [owner, evidence] = audience === "controller" ? ["", ""] : [measure.owner, measure.evidence];
      yield {
        subject: measureId,
        cells: {
          reference,
          title,
          description,
          family: library(`families.${family}`),
          articles: articles.join(", "),
          iso: iso.join(", "),
          owner,
          evidence,
          since: dated(since, words.locale),
          reviewOn: dated(reviewOn, words.locale),
          inUse: inUse ? words.dossier("yes") : endedWords(measure.retireReason, query),
        },
        data: {
          reference,
          title,
          library: libraryCode,
          description,
          family,
          articles,
          iso,
          ...(audience !== "controller" && { owner, evidence, retireReason: measure.retireReason }),
          since,
          reviewOn,
          inUse,
        } satisfies JsonValue,
      };
    }
  },
});

/** Says that a measure is no longer in use and why; the reason is the organisation's own, and told to no controller. */
function endedWords(reason: string, { audience, words }: SectionQuery): string {
  if (audience === "controller") return words.dossier("no");
  return words.dossier("retired", { reason: reason || "none" });
}

function dated(value: string | null, locale: Locale): string {
  return value === null ? "" : formatPartialDate({ value, text: value }, locale);
}

async function findMeasuresAt(tx: Tx, at: Date) {
  const rows = await tx.measureVersion.findMany({
    where: versionsAt(at),
    orderBy: { reference: "asc" },
    select: { measureId: true, isRetired: true, snapshot: true },
  });
  // A version's snapshot is its row as it was saved, and the database lets nobody change it; Prisma types it as JSON.
  return rows.map(({ snapshot, ...row }) => ({ ...(snapshot as unknown as MeasureRow), ...row }));
}

async function findNamed(tx: Tx, { controllerIds, at }: SectionQuery): Promise<Set<string> | null> {
  if (controllerIds === null) return null;
  const rows = await tx.recordVersion.findMany({
    where: { ...versionsAt(at), controllerId: { in: [...controllerIds] } },
    select: { measureIds: true },
  });
  return new Set(rows.flatMap(({ measureIds }) => measureIds));
}
