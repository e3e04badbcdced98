/**
 * The text of an instruction as it is hashed and kept: the same letters in one writing (NFC), lines ended alike, and no
 * blank around it, so that the same words have the same hash wherever they were typed.
 */
export function canonicalInstruction(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

/** Cuts a text to the length of a list's line. */
export function excerptOf(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text;
}
