import { fold } from "@/lib/domain/text/fold";
import type { ImportTarget } from "./types";

type Words = readonly (readonly [RegExp, ImportTarget])[];

/** Headings that say what they are only under another: of the client, of a transfer. */
const OF_CLIENT: Words = [
  [/(?:^| )(?:dpo|dpd|delegue|data protection officer|مندوب)(?: |$)/, "controllerDpo"],
  [/(?:^| )(?:representant|representative|ممثل)(?: |$)/, "controllerRepresentative"],
  [/(?:^| )(?:adresse|address|siege|adres|anschrift|direccion|indirizzo|عنوان)(?: |$)/, "controllerAddress"],
  [/(?:^| )(?:pays|country|land|pais|paese|بلد)(?: |$)/, "controllerCountry"],
  [
    /(?:^| )(?:siren|siret|ice|rcs|immatriculation|registration|kvk|nif|cif)(?: |$)/,
    "controllerRegistration",
  ],
  [
    /(?:^| )(?:contact|contacts|mail|e mail|email|mel|courriel|telephone|tel|phone|coordonnees|interlocuteur|هاتف|اتصال|بريد)(?: |$)/,
    "controllerContact",
  ],
  [
    /^(?:nom|denomination|raison sociale|societe|entite|name|company|naam|nombre|nome|اسم)(?: |$)/,
    "controllerName",
  ],
];
const OF_TRANSFER: Words = [
  [
    /(?:^| )(?:garanties?|safeguards?|encadrement|outil|instrument|mecanisme|tool|ضمانات|ضمان)(?: |$)/,
    "instrument",
  ],
  [/(?:^| )(?:tia|aitd|analyse d impact|impact assessment|تقييم)(?: |$)/, "assessment"],
  [
    /(?:^| )(?:pays|country|countries|destinations?|lieu|lieux|land|landen|lander|pais|paises|paese|paesi|بلد|بلدان)(?: |$)/,
    "transfer",
  ],
];
const ITSELF =
  /^(?:categories?|nature|types?|liste|list|details?|description|noms?|names?|libelle|intitule|فئات|فىات|نوع|انواع|وصف|اسم)$/;

/**
 * Returns the target of a column under a shared heading, whose own field is `group`; null leaves it to its
 * own head. A party's name, address or country under another heading than the client's is not the client's:
 * it goes to the notes.
 */
export function targetInGroup(group: ImportTarget | undefined, head: string): ImportTarget | null {
  if (group === undefined) return null;
  const own = fold(head);
  const ofClient = findIn(OF_CLIENT, own);
  if (group.startsWith("controller")) return ofClient;
  if (group === "transfer" || group === "instrument" || group === "assessment")
    return findIn(OF_TRANSFER, own) ?? (ofClient && "note");
  if (ITSELF.test(own)) return group;
  return ofClient && "note";
}

function findIn(words: Words, own: string): ImportTarget | null {
  return words.find(([word]) => word.test(own))?.[1] ?? null;
}
