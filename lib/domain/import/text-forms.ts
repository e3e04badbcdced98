/** How a text may be written, as a person may say it. */
export const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "windows-1256",
  "iso-8859-15",
  "macintosh",
  "utf-16le",
  "utf-16be",
] as const;

/** What may stand between the cells of a line. */
export const DELIMITERS = [";", ",", "\t", "|"] as const;
