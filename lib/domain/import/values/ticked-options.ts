const EMPTY_BOX = "☐□▢◻⬜🔲";
const TICKED_BOX = "☒☑✅✔✓■▣🗹";
const MARK = new RegExp(`\\[ ?\\]|\\[[xX✓✔]\\]|[${EMPTY_BOX}${TICKED_BOX}]`, "gu");
const IS_EMPTY = new RegExp(`^(?:\\[ ?\\]|[${EMPTY_BOX}])$`, "u");

/**
 * Keeps the ticked options of a cell that is a form: "☒ CCT ☐ BCR" → "CCT", "☐ Oui ☐ Non" → "". What follows a colon after the
 * last option belongs to the whole cell: "☒ Oui ☐ Non : santé" → "Oui : santé". Other cells stay as they are.
 */
export function tickedOptionsOf(text: string): string {
  const marks = [...text.matchAll(MARK)];
  const isForm = marks.length > 1 && marks.some(([mark]) => IS_EMPTY.test(mark));
  if (!isForm) return text;
  const options = marks.map((mark, at) => ({
    isTicked: !IS_EMPTY.test(mark[0]),
    label: text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length).trim(),
  }));
  const before = text.slice(0, marks[0]?.index ?? 0).trim();
  const ticked = options.filter(({ isTicked }) => isTicked).map(({ label }) => label);
  if (ticked.length === 0) return "";
  const last = options.at(-1);
  const beside = last?.isTicked === false ? last.label.slice(startOfRest(last.label)) : "";
  return [before, ticked.join(" ; "), beside.trim()].filter((part) => part !== "").join(" ");
}

/** Index at which a colon or a new line ends the words of an option; the length of the text without one. */
function startOfRest(label: string): number {
  const at = label.search(/[:\n]/u);
  return at < 0 ? label.length : at;
}
