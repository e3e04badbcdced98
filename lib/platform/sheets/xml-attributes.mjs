/**
 * The value of an attribute within a tag, whatever its prefix; "" where it has none of this name.
 * @param {string} attributes
 * @param {string} name
 */
export function attributeOf(attributes, name) {
  return new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1] ?? "";
}

/**
 * A section of a part by the name of its tag; "" without one.
 * @param {string} text
 * @param {string} name
 */
export function sectionOf(text, name) {
  const from = text.search(new RegExp(`<(?:\\w+:)?${name}[\\s>]`));
  const until = text.search(new RegExp(`</(?:\\w+:)?${name}>`));
  return from < 0 ? "" : text.slice(from, until < 0 ? undefined : until);
}
