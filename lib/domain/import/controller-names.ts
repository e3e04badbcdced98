// Forms of company that people add or leave out; they tell no two clients apart.
const LEGAL_FORMS = new Set(
  (
    "sa sas sasu sarl eurl sci snc scop sca se gie spa srl bv nv vof gmbh ag kg ohg ug ltd limited plc llp llc inc " +
    "incorporated corp corporation co company cie sl slu ab oy oyj as aps kft zrt sro sp zoo doo"
  ).split(" "),
);

/** A name as it is compared: no case, accents, punctuation, remarks in brackets or legal form. */
export function nameKey(name: string): string {
  const words = plainWords(name.replace(/[([][^)\]]*[)\]]/g, " "));
  const kept = words.filter((word, index) => index === 0 || !LEGAL_FORMS.has(word));
  return kept.join(" ");
}

/** How two keys that differ may still be one name: a slip of one or two letters, never more than a fifth. */
export function isNearName(a: string, b: string): boolean {
  const allowed = Math.min(2, Math.floor(Math.max(a.length, b.length) / 5));
  return a !== b && allowed > 0 && Math.abs(a.length - b.length) <= allowed && editDistance(a, b) <= allowed;
}

function plainWords(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1") // "S.A." is "SA"
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
