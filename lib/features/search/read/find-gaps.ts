import { articleOf, type ComplianceDuty, DUTIES } from "@/lib/domain/compliance/duties";
import { FINDING_CODES } from "@/lib/domain/compliance/finding-codes";
import type { Hit } from "@/lib/domain/search/found";
import { foldText } from "@/lib/domain/search/terms";
import { countCodes } from "@/lib/features/compliance/read/findings";
import { findJudgedAt } from "@/lib/features/compliance/read/judged-at";
import { type FindingWords, wordsOfFinding } from "@/lib/i18n/finding-words";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";

type Asked = { now: Date; locale: Locale; terms: readonly string[]; most: number };

/**
 * Things that lack at present, by their words, their code or their article, each with the list of its rows. Words are
 * compared first: rows are counted of the duties alone whose words were asked for, and of most questions none is.
 */
export async function findGaps(tx: Tx, { now, locale, terms, most }: Asked): Promise<Hit[]> {
  const asked = matching(await readWords(locale), terms);
  const duties = DUTIES.filter((duty) => asked.some((one) => one.duty === duty));
  if (duties.length === 0) return [];
  const counted = await countCodes(tx, await findJudgedAt(tx, now, duties), duties);
  const lackingOf = ({ duty, code }: Named) =>
    counted.find((row) => row.duty === duty && row.code === code)?.lacking ?? 0;
  return asked
    .map((one) => ({ ...one, id: `${one.duty} ${one.code}`, lacking: lackingOf(one) }))
    .filter(({ lacking }) => lacking > 0)
    .toSorted((one, other) => other.lacking - one.lacking || (one.id < other.id ? -1 : 1))
    .slice(0, most)
    .map(({ id, duty, code, article, name, lacking }) => ({
      ...{ id, path: `/compliance/gaps?${new URLSearchParams({ duty, code })}`, reference: article },
      ...{ name, aside: String(lacking), mark: "" },
    }));
}

type Named = { duty: ComplianceDuty; code: string; name: string; article: string };

/** Codes whose words, article or code itself have every word of the question. */
function matching(words: FindingWords, terms: readonly string[]): Named[] {
  return DUTIES.flatMap((duty) =>
    FINDING_CODES[duty].map((code) => ({
      ...{ duty, code, name: wordsOfFinding(words, duty, code), article: articleOf(duty, code) },
    })),
  ).filter(({ name, code, article }) => {
    const folded = foldText(`${name} ${code} ${article}`);
    return terms.every((term) => folded.includes(term));
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
