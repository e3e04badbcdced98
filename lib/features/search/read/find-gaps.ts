import { articleOf } from "@/lib/domain/compliance/duties";
import type { Hit } from "@/lib/domain/search/found";
import { foldText } from "@/lib/domain/search/terms";
import { countCodes } from "@/lib/features/compliance/read/findings";
import { findJudgedAt } from "@/lib/features/compliance/read/judged-at";
import { type FindingWords, wordsOfFinding } from "@/lib/i18n/finding-words";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";

type Asked = { now: Date; locale: Locale; terms: readonly string[]; most: number };

/** Things that lack at present, by their words, their code or their article, each with the list of its rows. */
export async function findGaps(tx: Tx, { now, locale, terms, most }: Asked): Promise<Hit[]> {
  const words = await readWords(locale);
  const codes = await countCodes(tx, await findJudgedAt(tx, now));
  return codes
    .map(({ duty, code, lacking }) => {
      const article = articleOf(duty, code);
      const name = wordsOfFinding(words, duty, code);
      const path = `/compliance/gaps?${new URLSearchParams({ duty, code })}`;
      return {
        id: `${duty} ${code}`,
        path,
        reference: article,
        name,
        aside: String(lacking),
        mark: "",
        lacking,
        code,
      };
    })
    .filter(({ name, code, reference }) => {
      const folded = foldText(`${name} ${code} ${reference}`);
      return terms.every((term) => folded.includes(term));
    })
    .toSorted((one, other) => other.lacking - one.lacking || (one.id < other.id ? -1 : 1))
    .slice(0, most)
    .map(({ id, path, reference, name, aside, mark }) => ({ id, path, reference, name, aside, mark }));
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
