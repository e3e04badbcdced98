import type { SpecialCategory } from "@/lib/domain/processing-record/content";
import { namesHealthData } from "@/lib/domain/text/special-words";
import { foldedWords } from "@/lib/domain/text/vagueness";

/** Words of each category of articles 9 and 10 in French, English and Arabic; folded, by their beginnings. */
const STEMS: Readonly<Record<Exclude<SpecialCategory, "health">, string>> = {
  "racial-or-ethnic-origin": "racial ethni race عرقي اثني",
  "political-opinions": "politiq politic سياسي",
  "religious-or-philosophical-beliefs": "religi philosoph croyance belief دين عقيد معتقد فلسفي",
  "trade-union-membership": "syndic union_membership trade_union نقاب",
  genetic: "genetiq genetic genom adn dna جيني وراثي",
  "biometric-identification": "biometr empreinte_digitale empreintes_digitales fingerprint بيومتري بصم",
  "sex-life-or-orientation": "sexuel sexual sex_life orientation_sex جنسي",
  "criminal-convictions":
    "condamn infraction penal casier judiciaire criminal offence conviction ادان جرائم جنائي",
};

/** The categories that a text names: "santé, génétique" → health and genetic. */
export function categoriesNamedIn(text: string): SpecialCategory[] {
  const stated = ` ${foldedWords(text).join(" ")}`;
  const others = (Object.keys(STEMS) as (keyof typeof STEMS)[]).filter((category) =>
    STEMS[category].split(" ").some((stem) => stated.includes(` ${stem.replaceAll("_", " ")}`)),
  );
  return namesHealthData(text) ? ["health", ...others] : others;
}
