import { DATA_LAWS, type ApplicableLaws, type DataLaw } from "@/lib/domain/statute/applicable-laws";
import { RIGHT_ARTICLES, type RightId } from "./rights";

export type RightProvision = { law: DataLaw; article: string };

/** Provisions of the Swiss FADP of 25 September 2020 of the same rights; null where it knows none. */
const SWISS: Readonly<Record<RightId, string | null>> = {
  access: "25",
  rectification: "32(1)",
  erasure: "32(2)(c)",
  restriction: "32(2)(a)",
  portability: "28",
  objection: "30(2)(b)",
  "marketing-objection": "30(2)(b)",
  "automated-decision": "21",
  "consent-withdrawal": null,
};

/**
 * Provisions of a right under the laws of the controller, among them the law that an unanswered question leaves open. While no
 * controller is known, those of the GDPR and of law 09-08.
 */
export function rightProvisions(right: RightId, laws: ApplicableLaws | null): RightProvision[] {
  const known: readonly DataLaw[] = laws ? lawsOf(laws) : ["gdpr", "law-09-08"];
  return DATA_LAWS.flatMap((law) => {
    const article = known.includes(law) ? articleUnder(law, right) : null;
    return article === null ? [] : [{ law, article }];
  });
}

function lawsOf({ applied, open }: ApplicableLaws): DataLaw[] {
  return [...applied.map(({ law }) => law), ...(open ? [open.law] : [])];
}

/** Law 78-17 refers to the GDPR, and the UK GDPR keeps its numbers. */
function articleUnder(law: DataLaw, right: RightId): string | null {
  switch (law) {
    case "gdpr":
    case "french-1978":
    case "uk-gdpr":
      return RIGHT_ARTICLES[right].gdpr;
    case "swiss-fadp":
      return SWISS[right];
    case "law-09-08":
      return RIGHT_ARTICLES[right].law0908;
    case "other":
      return null;
  }
}
