import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Cell } from "./data-table";
import { withShownMarks } from "./turning-marks";

const cell = (...children: Parameters<typeof withShownMarks>) =>
  renderToStaticMarkup(createElement(Cell, { place: "text" }, ...children));

describe("a cell drawn by React", () => {
  it.each(["202A", "202B", "202C", "202D", "202E", "2066", "2067"])(
    "shows the mark U+%s of a foreign text, and does not obey it",
    (code) => {
      const mark = String.fromCharCode(parseInt(code, 16));
      expect(cell(`Centre ${mark}lepppa`)).toContain(`Centre ⟨U+${code}⟩lepppa`);
    },
  );

  it("shows it in an element, in a list of them, and in the title of the row", () => {
    const names = ["a\u202Eb", "c"].map((name) => createElement("bdi", { key: name }, name));
    expect(cell(createElement("span", { className: "x" }, "avant ", names))).toBe(
      '<td dir="auto" class="at-text"><span class="x">avant <bdi>a⟨U+202E⟩b</bdi><bdi>c</bdi></span></td>',
    );
    expect(renderToStaticMarkup(createElement(Cell, { place: "title" }, "\u202Eenvers"))).toContain(
      "⟨U+202E⟩envers",
    );
  });

  it("keeps our own isolates, and the very element of a text without marks", () => {
    const name = createElement("bdi", null, "\u2068Orvelle\u2069");
    expect(withShownMarks(name)).toBe(name);
    expect(cell(name)).toContain("\u2068Orvelle\u2069");
  });

  it("shows it in what a component within is given by its properties, and leaves addresses and functions as they are", () => {
    const Named = ({
      row,
      label,
      names,
    }: {
      row: { name: string };
      label: string;
      names: string[];
      href: string;
    }) => createElement("i", null, [label, row.name, ...names].join(" "));
    const given = { row: { name: "a\u202Eb" }, label: "\u2067c", names: ["\u202Dd"], href: "/x?q=\u202E" };
    const page = cell(createElement("span", null, createElement(Named, given)));
    expect(page).toContain("<i>⟨U+2067⟩c a⟨U+202E⟩b ⟨U+202D⟩d</i>");
    const shown = withShownMarks(createElement(Named, given)) as { props: typeof given };
    expect(shown.props.href).toBe(given.href);
    const plain = createElement(Named, { row: { name: "a" }, label: "b", names: [], href: "" });
    expect(withShownMarks(plain)).toBe(plain);
  });
});
