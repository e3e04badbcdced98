import { sha256 } from "@/lib/platform/files/chunks";

/** Figures by which two persons of one organisation are told apart. */
const FIGURES = 16;

/**
 * Names a person whose number or address nobody is to know, for a dossier: the beginning of the SHA-256 of their key in hex. Who holds
 * the organisation's key finds it by the number; nobody finds the number, or the key, by it.
 */
export function personDigest(person: string): string {
  return sha256(Buffer.from(person, "hex")).slice(0, FIGURES);
}
