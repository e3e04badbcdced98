import { foldedWords } from "@/lib/domain/text/vagueness";
import { LINK_WORDS } from "@/lib/domain/text/vagueness-words";

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

/** Parts of the world, which are no country: data arrive in a state, and chapter V asks of each. Folded; "_" parts words. */
const REGIONS = `
  maghreb machrek moyen_orient proche_orient orient extreme_orient afrique asie oceanie amerique_latine ameriques
  amerique_du_nord amerique_du_sud amerique_centrale caraibes antilles balkans scandinavie pays_nordiques pays_baltes
  benelux golfe pays_du_golfe mena emea apac amea gcc cei ue27 cemac uemoa cedeao brics sahel levant eurasie pacifique
  ocean_indien asie_du_sud_est peninsule_iberique europe_centrale outre_mer dom_tom
  north_africa middle_east near_east far_east africa asia oceania latin_america north_america south_america americas
  central_america caribbean scandinavia nordics baltics gulf gulf_states southeast_asia south_east_asia indian_ocean
  sub_saharan
  مغرب_عربي مغرب_كبير بلدان_مغاربية مغاربية دول_مغاربية شرق_اوسط شرق_ادنى شرق_اقصى شمال_افريقيا افريقيا اسيا خليج خليجية
  دول_خليج امريكا_لاتينية امريكا_شمالية امريكا_جنوبية بلقان اوقيانوسيا ساحل_افريقي عالم_عربي دول_عربية بلدان_عربية
  nordafrika naher_osten mittlerer_osten afrika asien sudamerika nordamerika norte_de_africa oriente_medio noord_afrika
  midden_oosten nord_africa medio_oriente
`
  .trim()
  .split(/\s+/)
  .map((region) => region.replaceAll("_", " "));

/** Words that only narrow a region: "Afrique de l’Ouest", "Sub-Saharan Africa". */
const SIDES = new Set(
  `
  nord sud est ouest centre central centrale occidental occidentale oriental orientale meridional meridionale septentrionale
  francophone anglophone subsaharienne saharienne sub latine noire arabe arabes grand grande petit region regions pays
  north south east west northern southern eastern western central saharan sub saharan arab french speaking
  شمال جنوب شرق غرب وسط غربية شرقية شمالية جنوبية وسطى عربي عربية كبير
`
    .trim()
    .split(/\s+/),
);

/** States and organisations whose names hold that of a region. */
const NAMED =
  / (?:afrique du sud|south africa|republique (?:d afrique du sud|centrafricaine)|central african republic|timor oriental|union (?:du maghreb arabe|africaine|arabe)|ligue arabe|arab (?:league|maghreb union)|african union|union of south africa|جنوب افريقيا|افريقيا جنوب|جمهورية افريقيا وسطى|اتحاد (?:مغرب عربي|افريقي)|جامعة (?:دول )?عربية|zuid afrika|sudafrica|sudafrika|terres australes|antilles neerlandaises) /;

/** "Hors UE", "pays tiers", "Maghreb": a place said without being named, which 30(2)(c) does not accept. */
export function namesNoPlace(text: string): boolean {
  const stated = joined(text);
  if (NAMED.test(stated)) return false;
  const hasRegion = REGIONS.some((region) => stated.includes(` ${region} `));
  const rest = hasRegion ? withoutRegions(stated) : stated;
  return rest
    .split(" ")
    .every(
      (word) => word === "" || ELSEWHERE.has(word) || LINK_WORDS.has(word) || (hasRegion && SIDES.has(word)),
    );
}

/** True when a region stands somewhere in the text, whatever else it names: "France, Maghreb". */
export function mentionsRegion(text: string): boolean {
  const stated = joined(text).replace(NAMED, " ");
  return REGIONS.some((region) => stated.includes(` ${region} `));
}

/** The text without its regions: « المغرب العربي » is not Morocco. */
export function withoutRegions(text: string): string {
  const longestFirst = REGIONS.toSorted((one, other) => other.length - one.length);
  return longestFirst.reduce((rest, region) => rest.replaceAll(` ${region} `, "  "), joined(text));
}

function joined(text: string): string {
  return ` ${foldedWords(text).join(" ")} `;
}
