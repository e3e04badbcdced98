/** A digest proves by being compared, and says nothing to a reader: its beginning tells two apart. A log adds its line. */
const DIGEST = /^(?:.*\bSHA-?256\b[ :]*)?([0-9a-f]{32,128})( #\d+)?$/i;
const SHOWN_FIGURES = 8;

/** A proof as it was stated, or the beginning of the digest that it is, with the line of a log: " #12". */
export type ShownProof = { kind: "stated"; text: string } | { kind: "digest"; start: string; line: string };

/** Describes a proof: "SHA-256 4f1c…" with or without words before it is a digest. */
export function describeProof(proof: string): ShownProof {
  const [, digest, line = ""] = DIGEST.exec(proof.trim()) ?? [];
  return digest === undefined
    ? { kind: "stated", text: proof }
    : { kind: "digest", start: digest.slice(0, SHOWN_FIGURES).toLowerCase(), line: line.trim() };
}
