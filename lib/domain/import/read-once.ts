/** Texts that are longer say something else in each row. */
const LONGEST = 300;
const MOST = 2_000;

/**
 * A reader that reads a text once: the rows of a register say the same countries, tools and days again and again. What it
 * answers is shared by those rows, and is never written to.
 */
export function readOnce<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}
