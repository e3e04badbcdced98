/** Shortest part of a name that tells somebody apart. */
const SHORTEST = 3;

type NamedPerson = { name: string; contact: string; identifiers: readonly { value: string }[] };

/** True where a text holds a part of the name of a person, or a number or address of theirs, however it is spaced. */
export function namesPerson(text: string, person: NamedPerson | null): boolean {
  if (person === null) return false;
  const words = new Set(wordsOf(text));
  const run = compact(text);
  const reached = [person.contact, ...person.identifiers.map(({ value }) => value)].map(compact);
  return (
    wordsOf(person.name).some((word) => word.length >= SHORTEST && words.has(word)) ||
    reached.some((one) => one.length >= SHORTEST && run.includes(one))
  );
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function compact(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}@]/gu, "");
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
