import { fold } from "@/lib/domain/text/fold";

/** Heads of tables of contracts that mean several fields, each with those that it may mean, the likeliest first. */
const AMBIGUOUS: readonly (readonly [heads: string, candidates: readonly string[]])[] = [
  ["date | dates | jour | day | التاريخ | تاريخ", ["signedOn", "effectiveOn", "term.endsOn", "endedOn"]],
  [
    "durée | période | duration | period | المدة | الفترة",
    ["term.endsOn", "term.noticeCount", "object.retention"],
  ],
  [
    "délai | délais | deadline | time limit | الأجل | المهلة",
    ["term.noticeCount", "terms.breachNoticeHours", "object.retention"],
  ],
  ["nom | name | الاسم", ["controller", "title"]],
  ["objet | description | sujet | subject | nature | type | الموضوع | النوع", ["title", "object.operations"]],
  ["lieu | lieux | localisation | location | المكان | الموقع", ["object.countries"]],
];

const BY_HEAD: ReadonlyMap<string, readonly string[]> = new Map(
  AMBIGUOUS.flatMap(([heads, candidates]) =>
    heads.split(" | ").map((head) => [fold(head), candidates] as const),
  ),
);

/** Fields that a head may mean and that no other column has; none of a head of one meaning. */
export function meaningsOf(head: string, taken: ReadonlySet<string>): string[] {
  return (BY_HEAD.get(fold(head)) ?? []).filter((target) => !taken.has(target));
}
