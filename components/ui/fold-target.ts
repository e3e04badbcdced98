type Contained<N> = {
  contains: (other: N | null) => boolean;
  closest: (selector: string) => { id: string } | null;
  ownerDocument: { getElementById: (id: string) => N | null };
};

/** Whether a hash names something within the fold, or the section that the fold fills. */
export function isLinkInto<N>(fold: Contained<N>, hash: string): boolean {
  const id = decodedOf(hash);
  if (id === "") return false;
  if (fold.closest("section[id]")?.id === id) return true;
  return fold.contains(fold.ownerDocument.getElementById(id));
}

/** Empty where the address was typed wrongly: `#%` cannot be decoded. */
function decodedOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
