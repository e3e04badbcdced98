type Contained = {
  contains: (other: Node | null) => boolean;
  closest: (selector: string) => { id: string } | null;
  ownerDocument: { getElementById: (id: string) => Node | null };
};

/** Whether a hash names something within the fold, or the section that the fold fills. */
export function isLinkInto(fold: Contained, hash: string): boolean {
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
