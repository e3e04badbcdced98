import { fold } from "@/lib/domain/text/fold";

/** "MA marocain marocaine …": ISO 3166-1 alpha-2, then adjectives in French, English and Arabic, folded. */
const ADJECTIVES = `
  MA marocain marocaine marocains marocaines moroccan مغربي مغربية ; TN tunisien tunisienne tunisiens tunisiennes tunisian
  تونسي تونسية ; DZ algerien algerienne algeriens algeriennes algerian جزائري جزائرية ; SN senegalais senegalaise
  senegalaises senegalese سنغالي سنغالية ; MG malgache malgaches malagasy ; MU mauricien mauricienne mauritian ; CI ivoirien
  ivoirienne ivoiriens ivorian ; CM camerounais camerounaise cameroonian ; BJ beninois beninoise beninese ; TG togolais
  togolaise togolese ; EG egyptien egyptienne egyptian مصري مصرية ; LB libanais libanaise lebanese لبناني لبنانية ; TR turc
  turque turcs turkish تركي تركية ; IN indien indienne indiens indiennes indian هندي هندية ; PH philippin philippine filipino
  ; CN chinois chinoise chinese صيني صينية ; JP japonais japonaise japanese ; US americain americaine americains
  americaines american امريكي امريكية ; CA canadien canadienne canadiens canadian كندي كندية ; GB britannique
  britanniques anglais anglaise british english بريطاني بريطانية ; FR francais francaise francaises french فرنسي فرنسية ; BE
  belge belges belgian بلجيكي بلجيكية ; CH helvetique swiss سويسري سويسرية ; ES espagnol espagnole spanish اسباني
  اسبانية ; PT portugais portugaise portuguese برتغالي ; IT italien italienne italian ايطالي ايطالية ; DE allemand
  allemande allemands german الماني المانية ; NL neerlandais neerlandaise hollandais dutch هولندي هولندية ; IE irlandais
  irlandaise irish ايرلندي ايرلندية ; LU luxembourgeois luxembourgeoise ; RO roumain roumaine romanian ; PL polonais polonaise
  polish ; RU russe russes russian روسي روسية ; UA ukrainien ukrainienne ukrainian ; BR bresilien bresilienne brazilian ;
  MX mexicain mexicaine mexican ; IL israelien israelienne israeli ; AE emirati emiratie
`;

const BY_ADJECTIVE: ReadonlyMap<string, string> = new Map(
  ADJECTIVES.split(";").flatMap((entry) => {
    const [code = "", ...words] = entry.trim().split(/\s+/);
    return words.map((word) => [fold(word), code] as const);
  }),
);

/** Names that more than one state bears, each with those that it may be: nobody can tell which is meant. */
const HOMONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "congo|الكونغو": ["CG", "CD"],
    "guinée|guinee|guinea|غينيا": ["GN", "GW", "GQ"],
    "géorgie|georgia|جورجيا": ["GE", "US"],
    "corée|korea|كوريا": ["KR", "KP"],
    "soudan|sudan|السودان": ["SD", "SS"],
  }).flatMap(([names, codes]) => names.split("|").map((name) => [fold(name), codes] as const)),
);

/** The country of an adjective: "marocaine" → MA. */
export function countryOfAdjective(word: string): string | null {
  return BY_ADJECTIVE.get(fold(word)) ?? null;
}

/** The states that a name may mean; none for a name of one state. */
export function homonymsOf(name: string): readonly string[] {
  return HOMONYMS.get(fold(name).replace(/^(?:au|la|le|en|the) /, "")) ?? [];
}

const FIRST_INDICATOR = 0x1f1e6;

/** Writes each flag as the code of its country: "🇲🇦 et 🇫🇷" → " ; MA ;  et  ; FR ; ". */
export function flagsAsCodes(text: string): string {
  return text.replace(/\p{Regional_Indicator}{2}/gu, (flag) => {
    const letters = Array.from(flag, (letter) =>
      String.fromCharCode((letter.codePointAt(0) ?? 0) - FIRST_INDICATOR + 65),
    );
    return ` ; ${letters.join("")} ; `;
  });
}
