import type { OrgScope } from "@/lib/domain/access/scope";
import { articleOf, type ComplianceDuty, DUTIES } from "@/lib/domain/compliance/duties";
import { FINDING_CODES } from "@/lib/domain/compliance/finding-codes";
import { foldWords } from "@/lib/domain/search/terms";
import type { SearchUnit } from "@/lib/domain/search/units";
import { stands } from "@/lib/domain/search/stands";
import { readFigures } from "@/lib/features/compliance/read/current";
import { type FindingWords, wordsOfFinding } from "@/lib/i18n/finding-words";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { NamedRow } from "./find-named";

type Asked = { scope: OrgScope; now: Date; locale: Locale; units: readonly SearchUnit[]; most: number };

/**
 * Things that lack at present, by their words, their code or their article, each with the list of its rows. Words are
 * compared first: of most questions no figure is read.
 */
export async function findGaps({ scope, now, locale, units, most }: Asked): Promise<NamedRow[]> {
  const asked = matching(await readWords(locale), units);
  if (asked.length === 0) return [];
  const { codes } = await readFigures(scope, now);
  const lackingOf = ({ duty, code }: Named) =>
    codes.find((row) => row.duty === duty && row.code === code)?.lacking ?? 0;
  return asked
    .map((one) => ({ ...one, id: `${one.duty} ${one.code}`, lacking: lackingOf(one) }))
    .filter(({ lacking }) => lacking > 0)
    .toSorted((one, other) => other.lacking - one.lacking || (one.id < other.id ? -1 : 1))
    .slice(0, most)
    .map(({ id, duty, code, article, name, lacking }) => ({
      id,
      path: `/compliance/gaps?${new URLSearchParams({ duty, code })}`,
      reference: article,
      name,
      aside: String(lacking),
      mark: "",
    }));
}

type Named = { duty: ComplianceDuty; code: string; name: string; article: string };

/** Codes whose words, article or code itself have every word of the question. */
function matching(words: FindingWords, units: readonly SearchUnit[]): Named[] {
  return DUTIES.flatMap((duty) =>
    FINDING_CODES[duty].map((code) => ({
      duty,
      code,
      name: wordsOfFinding(words, duty, code),
      article: articleOf(duty, code),
    })),
  ).filter(({ name, code, article }) => {
    const folded = foldWords(`${name} ${code} ${article}`);
    return units.every((unit) => stands(folded, unit));
  });
}

async function readWords(locale: Locale): Promise<FindingWords> {
  return {
    compliance: await translator(locale, "compliance"),
    today: await translator(locale, "today"),
    "contract-clauses": await translator(locale, "contract-clauses"),
    "transfer-gaps": await translator(locale, "transfer-gaps"),
    authorisation: await translator(locale, "authorisation"),
  };
}
