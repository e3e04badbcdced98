import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markup, Html, type HtmlValue } from "./html";

/** Reads the escapes back, as a browser does. */
const readText = (text: string) =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

describe("markup", () => {
  it("shows marks that turn the direction of what follows, and keeps isolates of our own", () => {
    expect(markup`${"\u202Eenvers\u202C"}`.text).toBe("⟨U+202E⟩envers⟨U+202C⟩");
    expect(markup`${"\u2068nom\u2069"}`.text).toBe("\u2068nom\u2069");
  });

  it("holds any text without a letter that would end a text or an attribute", () => {
    const letters = fc.constantFrom("&", "<", ">", '"', "'", "&lt;", "é", "=", " ");
    fc.assert(
      fc.property(fc.array(letters), (chosen) => {
        const value = chosen.join("");
        const { text } = markup`<td title="${value}">${value}</td>`;
        const found = /^<td title="([^"<>]*)">([^<>]*)<\/td>$/.exec(text);
        expect(found?.slice(1).map(readText)).toEqual([value, value]);
      }),
    );
  });

  it("escapes no markup of its own twice, alone and in a list", () => {
    const one = markup`<b>${"R&D"}</b>`;
    expect(markup`<p>${one}${[one, " < ", 3]}</p>`.text).toBe("<p><b>R&amp;D</b><b>R&amp;D</b> &lt; 3</p>");
  });

  it("leaves out what is absent, but not zero", () => {
    expect(markup`${undefined}${null}${false}${""}${0}`.text).toBe("0");
  });

  it("takes no other object for markup", () => {
    // Types refuse such objects: the casts stand for data that comes untyped, as from JSON.
    const forged = { text: "<script>" } as unknown as HtmlValue;
    const inherited = Object.create(Html.prototype, { text: { value: "<script>" } }) as HtmlValue;
    expect(markup`${forged}${inherited}`.text).toBe("[object Object][object Object]");
  });
});
