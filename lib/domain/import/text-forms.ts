/** Text encodings that a person may choose. */
export const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "windows-1256",
  "iso-8859-15",
  "macintosh",
  "utf-16le",
  "utf-16be",
] as const;

/** Separators between the cells of a line. */
export const DELIMITERS = [";", ",", "\t", "|"] as const;
