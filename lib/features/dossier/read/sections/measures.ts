import type { JsonValue } from "@/lib/domain/journal/canonical";
import { titleOf } from "@/lib/domain/measure/naming";
import type { SectionQuery, SectionSource } from "@/lib/features/dossier/read/section";
import { findMeasureNames } from "@/lib/features/measure/read/queries";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

/** Measures of art. 32(1); for chosen controllers, those that their entries name. */
export const measuresSection: SectionSource = {
  columns: ["reference", "title", "library", "inUse"],
  async *rows(tx, query) {
    const { asOf, at, words } = query;
    const library = await translator(words.locale, "measure-library");
    const named = await findNamed(tx, query);
    for (const measure of await findMeasureNames(tx, asOf && at)) {
      if (named && !named.has(measure.id)) continue;
      const { id, reference, libraryCode, isRetired } = measure;
      const title = titleOf(measure, (code) => library(`entries.${code}.title`));
      const inUse = !isRetired;
      yield {
        subject: id,
        cells: [reference, title, libraryCode ?? "", words.dossier(inUse ? "yes" : "no")],
        data: { reference, title, library: libraryCode, inUse } satisfies JsonValue,
      };
    }
  },
};

async function findNamed(tx: Tx, { controllerIds, at }: SectionQuery): Promise<Set<string> | null> {
  if (controllerIds === null) return null;
  const rows = await tx.recordVersion.findMany({
    where: { ...versionsAt(at), controllerId: { in: [...controllerIds] } },
    select: { measureIds: true },
  });
  return new Set(rows.flatMap(({ measureIds }) => measureIds));
}
