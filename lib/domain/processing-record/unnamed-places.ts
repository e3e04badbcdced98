import { foldedWords } from "./vagueness";
import { LINK_WORDS } from "./vagueness-words";

/** Words for "not here", which name no country and no organisation. Folded; "U.E." falls apart into letters. */
const ELSEWHERE = new Set(
  `
  ailleurs autre autres communautaire communautaires divers economique espace etranger etrangere etrangers etats e
  eea eee etat eu europe europeen europeenne exterieur extra extracommunautaire global hors international
  internationale internationales internationaux monde mondial mondiale multi non offshore organisation organisations
  organization organizations partout pays plusieurs tierce tiers tous tout toute u ue union zone
  abroad any area countries country economic elsewhere european everywhere external foreign multiple other outside
  overseas several states third various world worldwide
  خارج اتحاد اوروبي اوروبية اوروبا منطقة اقتصادية بلد بلدان دولة دول ثالث ثالثة اخرى اجنبي اجنبية عالم عالمي دولي دولية
  منظمة منظمات
`
    .trim()
    .split(/\s+/),
);

/** "Hors UE", "pays tiers", "international": a place said without being named, which 30(2)(c) does not accept. */
export function namesNoPlace(text: string): boolean {
  return foldedWords(text).every((word) => ELSEWHERE.has(word) || LINK_WORDS.has(word));
}
