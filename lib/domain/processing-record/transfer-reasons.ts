import { foldedWords } from "./vagueness";

const HOSTING = /^(heberg|host|serveur|server|cloud|datacent|stock|استضاف|مستضاف|خادم|خوادم)/;
const DIRECT = /^(direct|مباشر)/;
const COLLECTION = /^(collect|recueil|provi|com(e|ing)$|viennent|person|appelant|caller|جمع|اشخاص)/;

/** "Données hébergées à Paris": a reason that says where the data are, not from where they are seen. */
export function speaksOfHosting(reason: string): boolean {
  return foldedWords(reason).some((word) => HOSTING.test(word));
}

/** "Collectées directement auprès des personnes": no exporter sends them. */
export function claimsDirectCollection(reason: string): boolean {
  const words = foldedWords(reason);
  return words.some((word) => DIRECT.test(word)) && words.some((word) => COLLECTION.test(word));
}
