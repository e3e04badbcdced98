/** Longest name in a title of a document: a browser's tab and history cut what is longer. */
const LONGEST = 70;

/** Title of the page of one thing: its reference, then its name, cut between words. */
export function thingTitle(reference: string, name: string): string {
  const short = shorten(name.trim());
  return short === "" || short === reference ? reference : `${reference} · ${short}`;
}

function shorten(name: string): string {
  if (name.length <= LONGEST) return name;
  const cut = name.slice(0, LONGEST);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > 0 ? space : LONGEST)}…`;
}
