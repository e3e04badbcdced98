import { expect, it } from "vitest";
import { isFigure } from "@/lib/domain/text/figure";
import { fillExample } from "@/lib/features/example/write/mutations";
import { rawWordsIn } from "@/lib/i18n/raw-words.fixture";
import { translator } from "@/lib/i18n/translator";
import { withOrg } from "@/lib/platform/database/transaction";
import { EVERY_SECTION, makeGrant } from "@/prisma/factories/grant";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRunningBreach } from "@/prisma/factories/running-breach";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
valueOf(await fillExample(ctx));
await makeRunningBreach(ctx, { controllerId: (await makeController(ctx)).id });

/** Matches a heading that names a unit or what is counted, in brackets, or says that it is the number of a row. */
const SAYS = {
  fr: /\(.+\)|^N°|Numéro|Réf/,
  en: /\(.+\)|^No\.|Number|Ref/,
  ar: /\(.+\)|الرقم|رقم|المرجع/,
} as const;

/** Headings over what is written in figures and counts nothing: an article, a control, a module, a version. */
async function ordinalsIn(language: "fr" | "en" | "ar"): Promise<string[]> {
  const [dossier, register] = [
    await translator(language, "dossier-file"),
    await translator(language, "export"),
  ];
  return [...["article", "iso", "module"].map((name) => dossier(`columns.${name}`)), register("csv.version")];
}

it.each(["fr", "en", "ar"] as const)(
  "each heading in %s over figures alone names their unit",
  async (language) => {
    const { actor, scope } = await makeGrant(ctx, { sections: EVERY_SECTION, language });
    const { parts, rows } = await withOrg(scope, async (tx) => ({
      parts: await tx.auditSection.findMany({ where: { grantId: actor.grantId } }),
      rows: await tx.auditRow.findMany({ where: { grantId: actor.grantId } }),
    }));
    const bare = parts.flatMap(({ section, columns }) =>
      columns.filter((_, at) => rows.some((row) => row.section === section && isFigure(row.cells[at] ?? ""))),
    );
    expect(bare).not.toEqual([]);
    const ordinals = await ordinalsIn(language);
    const unnamed = bare.filter((column) => !SAYS[language].test(column) && !ordinals.includes(column));
    expect(unnamed).toEqual([]);
  },
);

it.each(["fr", "en", "ar"] as const)(
  "no cell in %s holds an id, a code or the key of a message",
  async (language) => {
    const { actor, scope } = await makeGrant(ctx, { sections: EVERY_SECTION, language });
    const rows = await withOrg(scope, (tx) => tx.auditRow.findMany({ where: { grantId: actor.grantId } }));
    expect(new Set(rows.map(({ section }) => section))).toEqual(new Set(EVERY_SECTION));
    const raw = rows.flatMap(({ section, cells }) =>
      cells.flatMap((cell) =>
        rawWordsIn(cell, language).map((word) => `${section}: ${word} in « ${cell.slice(0, 120)} »`),
      ),
    );
    expect([...new Set(raw)]).toEqual([]);
  },
);
