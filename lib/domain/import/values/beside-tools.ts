import { countryOfAdjective } from "@/lib/domain/country/place-words";
import { findPlace } from "@/lib/domain/country/places";
import { unusedWords } from "@/lib/domain/text/qualifiers";

/**
 * Words beside a tool of chapter V that say that it stands, since when, between whom, in which paper or for which country: in
 * French, English, Arabic, German, Spanish, Italian and Dutch. Folded. Any other word may say that it is chased, sent, lost or
 * wanted, and is asked.
 */
const PLAIN: ReadonlySet<string> = new Set(
  `
  signe signee signes signees contresigne contresignees conclu conclue conclues conclus concluded adopte adoptees signature
  signatures valide validee valides validees approuve approuvee approuvees paraphe paraphees date datee dates datees
  annexe annexes annexees joint jointe jointes jointe ci integre integree integrees inclus incluse incluses incorpore incorporees
  contrat contrats contractuel contractuelle contractuelles contractuels accord cadre avenant avenants appendice convention dpa
  clause clauses type types standard standards nouvelle nouvelles nouveau version versions derniere
  commission europeenne europeennes decision decisions execution implementing regulation reglement rgpd gdpr dsgvo avg rgpd ue eu
  eee module modules mod art article articles al alinea numero num no n sous traitant traitants sst st rt responsable
  traitement controller controllers processor processors c2p p2p c2c p2c importateur exportateur importer exporter client clients
  tia ait aitd dtia analyse impact transfert evaluation assessment assessments realisee faite groupe group intragroupe intra
  interne internes entreprise regles contraignantes binding corporate rules cnil edpb cepd autorite authority place conforme
  conformement application garantie garanties appropriees safeguards mecanisme mechanism outil tool instrument base
  protection adequation adequacy adequat adequate niveau framework privacy shield bouclier certifie certifiee certified
  certification code conduite conduct consentement explicite explicit consent derogation interets legitimes imperieux
  executee executed annex annexed appendix attached included incorporated integrated agreement agreements contract contracts
  amendment master between with under entre avec signed dated approved validated current latest new
  european contractual data
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may june
  july august september october november december januar februar marz april juni juli oktober dezember januari februari maart
  mei augustus enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio
  aprile maggio giugno luglio settembre ottobre dicembre يناير فبراير مارس ابريل ماي مايو يونيو يوليوز يوليو غشت اغسطس شتنبر
  سبتمبر اكتوبر نونبر نوفمبر دجنبر ديسمبر
  unterzeichnet unterschrieben abgeschlossen vereinbart vom am und nach gemass zum vertrag vertrage anhang anlage anlagen
  modul module standardvertragsklauseln klauseln folgenabschatzung bewertung angemessenheitsbeschluss beschluss durchgefuhrt
  firmado firmada firmados firmadas suscrito suscritas contrato contratos anexo anexos modulo modulos clausulas evaluacion
  firmato firmata firmati firmate sottoscritte contratto contratti allegato allegati clausole valutazione
  getekend ondertekend gesloten overeenkomst contracten bijlage modelcontractbepalingen beoordeling
  para fur voor per por concernant con mit met gli dei delle della las los y e
  موقع موقعة بتاريخ بالنسبة عقد عقود ملحق ملاحق بنود تعاقدية نموذجية وحدة اتفاقية تقييم قرار ملاءمة
`
    .trim()
    .split(/\s+/),
);

/** "T1 2027", "Q3 2026": a quarter is that of a plan. */
const QUARTER = /^[tqs][1-4]$/;

/** The words beside a tool that nobody read: `rest` is its text without the tool, and places are no such words. */
export function wordsBesideTools(rest: string, countries: readonly string[] = []): string[] {
  return unusedWords(withoutCountries(rest, countries), PLAIN).filter(
    (word) => (QUARTER.test(word) || !/\d/u.test(word)) && findPlace(word) === null,
  );
}

/** "MA", "UK", "marocaine". "RU" is the French short form of the United Kingdom where the row sends data there. */
export function countryOfToken(token: string, countries: readonly string[]): string | null {
  if (token === "RU" && countries.includes("GB") && !countries.includes("RU")) return "GB";
  const isShort = /^\p{Lu}{2,3}$/u.test(token);
  return (isShort ? findPlace(token)?.country : null) ?? countryOfAdjective(token);
}

/** The text without the names of places: what is left beside its tool. */
function withoutCountries(text: string, countries: readonly string[]): string {
  const words = text.match(WORD) ?? [];
  const isName = (name: readonly string[]) =>
    findPlace(name.join(" ")) !== null ||
    (name.length === 1 && countryOfToken(name[0] ?? "", countries) !== null);
  const kept: string[] = [];
  for (let at = 0; at < words.length;) {
    const size = NAME_SIZES.find((length) => isName(words.slice(at, at + length)));
    if (size === undefined) kept.push(words[at] ?? "");
    at += size ?? 1;
  }
  return kept.join(" ");
}

const WORD = /[\p{L}\p{N}’'-]+/gu;
/** Words of a name, the longest first. */
const NAME_SIZES = [5, 4, 3, 2, 1] as const;
