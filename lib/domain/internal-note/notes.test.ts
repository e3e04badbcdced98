import { describe, expect, it } from "vitest";
import { decideChange, type NoteLine, noteOf, notesOf } from "./notes";

const line = (changes: Partial<NoteLine> = {}): NoteLine => ({
  id: "1",
  noteId: "n",
  number: 1,
  act: "written",
  label: "C-001",
  text: "Premier texte",
  recordedAt: 1,
  authorId: "a",
  authorName: "Author",
  ...changes,
});
const corrected = line({ id: "2", number: 2, act: "corrected", text: "Second texte", recordedAt: 2 });
const withdrawn = line({
  id: "3",
  number: 3,
  act: "withdrawn",
  text: "",
  recordedAt: 3,
  authorName: "Steward",
});

describe("notesOf", () => {
  it("reads of each note its last text, its first author and its former texts, the youngest note first", () => {
    const other = line({ id: "4", noteId: "m", recordedAt: 9 });
    expect(notesOf([corrected, other, line()])).toMatchObject([
      { id: "m" },
      { id: "n", text: "Second texte", authorName: "Author", writtenAt: 1, former: [{ number: 1 }] },
    ]);
  });

  it("reads of a note that was withdrawn its line alone", () => {
    expect(noteOf([line({ text: "" }), withdrawn])).toMatchObject({
      isWithdrawn: true,
      text: "",
      authorName: "Author",
      last: { authorName: "Steward" },
      former: [],
    });
    expect(noteOf([])).toBeNull();
  });
});

describe("decideChange", () => {
  const note = noteOf([line(), corrected])!;
  const author = { id: "a", isSteward: false };
  it.each([
    [note, { act: "correct", seen: 2, by: author }],
    [note, { act: "withdraw", seen: 2, by: author }],
    [note, { act: "withdraw", seen: 2, by: { id: "b", isSteward: true } }],
  ] as const)("allows %#", (of, asked) => {
    expect(decideChange(of, asked).ok).toBe(true);
  });

  it.each([
    [note, { act: "correct", seen: 1, by: author }, "internal-note.meanwhile"],
    [note, { act: "correct", seen: 2, by: { id: "b", isSteward: true } }, "internal-note.notYours"],
    [
      note,
      { act: "withdraw", seen: 2, by: { id: "b", isSteward: false } },
      "internal-note.notYoursToWithdraw",
    ],
    [noteOf([line(), withdrawn])!, { act: "correct", seen: 3, by: author }, "internal-note.withdrawn"],
  ] as const)("refuses %# with one sentence", (of, asked, key) => {
    expect(decideChange(of, asked)).toMatchObject({ refusal: { issues: [{ path: "", key }] } });
  });
});
