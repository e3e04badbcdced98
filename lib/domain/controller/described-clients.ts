const wordsOf = (text: string) => new Set(text.trim().split(/\s+/));

/** Words for one client by its trade, as `plainWords` spells it; in the plural it is nobody in particular. */
const TRADES = wordsOf(`
  assureur assurance mutuelle banque client cliente operateur operatrice voyagiste energeticien fournisseur libraire
  librairie clinique hopital courtier editeur enseigne
  insurer bank client customer operator supplier hospital clinic broker publisher retailer
  شركة بنك مصرف تعاضدية موسسة مصحة زبون حريف التامين
`);

/** Words for one thing or person of a country, in the languages of the product. */
const OF_A_COUNTRY = wordsOf(`
  allemand allemande algerien algerienne americain americaine anglais anglaise autrichien autrichienne belge britannique
  canadien canadienne danois danoise espagnol espagnole francais francaise hollandais hollandaise irlandais irlandaise
  italien italienne ivoirien ivoirienne luxembourgeois luxembourgeoise marocain marocaine monegasque neerlandais
  neerlandaise polonais polonaise portugais portugaise roumain roumaine senegalais senegalaise suedois suedoise suisse
  tunisien tunisienne
  algerian american austrian belgian british canadian danish dutch english french german irish italian moroccan polish
  portuguese romanian senegalese spanish swedish swiss tunisian
  الالماني الالمانية الامريكي الامريكية الايطالي الايطالية الاسباني الاسبانية البريطاني البريطانية البلجيكي البلجيكية
  التونسي التونسية الجزايري الجزايرية السويسري السويسرية السنغالي السنغالية الفرنسي الفرنسية الكندي الكندية المغربي المغربية
  الهولندي الهولندية البرتغالي البرتغالية
`);

/** True of two words that describe one client and may tell which: "assureur belge", "Belgian insurer". */
export function isDescription(one: string, other: string): boolean {
  return (TRADES.has(one) && OF_A_COUNTRY.has(other)) || (OF_A_COUNTRY.has(one) && TRADES.has(other));
}
