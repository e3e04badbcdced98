/** A name, what stands in brackets after it, and what follows a dash or a colon; null where there is no such part. */
export type Qualified = { name: string; inBrackets: string | null; after: string | null };

/** "Ferrix SAS (France) – téléphonie" in its parts, read once from left to right. */
export function splitQualified(text: string): Qualified {
  const written = text.replace(/\s+/g, " ").trim();
  for (let at = 1; at < written.length; at += 1) {
    const bracket = bracketAt(written, at);
    const next = bracket ? skipSpace(written, bracket.end) : at;
    const after = afterSeparator(written, next);
    if (after === null && !(bracket && next === written.length)) continue;
    return { name: written.slice(0, at).trim(), inBrackets: bracket?.inside ?? null, after };
  }
  return { name: written, inBrackets: null, after: null };
}

function bracketAt(text: string, at: number): { inside: string; end: number } | null {
  if (text[at] !== "(") return null;
  let end = at + 1;
  while (end < text.length && text[end] !== "(" && text[end] !== ")") end += 1;
  return text[end] === ")" ? { inside: text.slice(at + 1, end), end: end + 1 } : null;
}

function skipSpace(text: string, at: number): number {
  return text[at] === " " ? at + 1 : at;
}

/** Returns the text after a separator at that place: a long dash, a colon, or a short dash between spaces. */
function afterSeparator(text: string, at: number): string | null {
  const start = text[at] === " " && !text.startsWith(" - ", at) ? at + 1 : at;
  const isShort = text.startsWith(" - ", start) || (text[at - 1] === " " && text.startsWith("- ", start));
  const width = isShort ? text.indexOf("-", start) + 1 - start : /[–—:]/.test(text[start] ?? "") ? 1 : 0;
  const rest = width === 0 ? "" : text.slice(start + width).trim();
  return rest === "" ? null : rest;
}
