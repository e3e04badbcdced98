import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { dayHtml } from "./cell-html";
import { Day } from "./deadline";

describe("Day", () => {
  it.each([
    ["le 2 mars 2026", "le 2 mars 2026"],
    ["1er sept. 2026", "1<sup>er</sup> sept. 2026"],
    [
      "Connue le lun. 1er juin à 09:40 (Casablanca), lun. 1er juin à 10:40 (Paris).",
      "Connue le lun. 1<sup>er</sup> juin à 09:40 (Casablanca), lun. 1<sup>er</sup> juin à 10:40 (Paris).",
    ],
  ])("keeps the whole of « %s », on a page and in a list", (text, html) => {
    expect(renderToStaticMarkup(createElement(Day, { text }))).toBe(html);
    expect(String(dayHtml(text).text)).toBe(html);
  });
});
