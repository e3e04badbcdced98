const ADDRESS = /[^\s<>,;:()@]{1,64}@[\p{L}\p{N}.-]{1,253}/gu;

/** Addresses in texts of a document, in lower case: "Claire <c@orvelle.fr>, dpo@orvelle.fr" has two. */
export function addressesIn(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => text.toLowerCase().match(ADDRESS) ?? []);
  return [...new Set(found.map(withoutFullStop))];
}

/** "dpo@orvelle.fr." at the end of a sentence. */
function withoutFullStop(address: string): string {
  let end = address.length;
  while (address[end - 1] === "." || address[end - 1] === "-") end -= 1;
  return address.slice(0, end);
}
