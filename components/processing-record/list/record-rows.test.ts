import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Cell } from "@/components/ui/data-table";
import { Day } from "@/components/ui/deadline";
import { cellHtml, dayHtml } from "@/components/ui/cell-html";
import { LIST_COLUMNS } from "@/lib/domain/processing-record/list-columns";
import type { RecordTableRow } from "./list-rows";
import { recordRows } from "./record-rows";

const ROW: RecordTableRow = {
  id: "0197f0a0-0000-7000-8000-000000000000",
  reference: "T-001",
  title: "Fromagerie Lacombe SAS",
  text: "Suivi des commandes",
  access: "Maroc",
  completeness: "missing",
  label: "3 lacunes",
  articles: "REG-2, 6",
  hasManyArticles: false,
  state: "active",
  stateLabel: "Active",
  version: 4,
  reviewed: "1er sept. 2026",
};
const LOOK = {
  href: "/centre/records",
  shown: LIST_COLUMNS,
  never: "jamais",
  nameBox: ({ reference }: RecordTableRow) => `Choisir ${reference}`,
};
const drawn = (row: Partial<RecordTableRow> = {}, look: Partial<typeof LOOK> & { on?: string } = {}) =>
  recordRows([{ ...ROW, ...row }], { ...LOOK, ...look }).text;

describe("a row of the register", () => {
  it("shows no text of the register as markup", () => {
    const hostile = `<img src=x onerror="alert(1)">'&`;
    const text = drawn({
      reference: hostile,
      title: hostile,
      text: hostile,
      access: hostile,
      label: hostile,
    });
    expect(text).not.toContain("<img");
    expect(text).not.toContain(`onerror="`);
    expect(text.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;&#x27;&amp;/g)).toHaveLength(9);
  });

  it("links to its entry, and as of the day that the register is read", () => {
    expect(drawn()).toContain(`<a href="/centre/records/${ROW.id}"><bdi>T-001</bdi></a>`);
    expect(drawn({}, { on: "2026-03-14" })).toContain(`<a href="/centre/records/${ROW.id}?on=2026-03-14">`);
  });

  it("has a box where something may be done with it", () => {
    expect(drawn()).toMatch(
      /<input type="checkbox"[^>]* aria-label="Choisir T-001" name="id" value="0197f0a0-/,
    );
    expect(recordRows([ROW], { ...LOOK, nameBox: null }).text).not.toContain("<input");
  });

  it("is marked where its entry is closed", () => {
    expect(drawn({ state: "ended", stateLabel: "Close" })).toMatch(/^<tr class="is-closed">/);
    expect(drawn()).toMatch(/^<tr><td/);
  });
});

describe("a cell and a day", () => {
  it.each([
    { place: "title", title: "Nom & Cie" },
    { place: "folio" },
    { place: "wide", numeric: true },
    { place: "status", whole: true },
    { place: "text", title: "" },
  ] as const)("of %j are drawn as their components draw them", (look) => {
    const drawnCell = createElement(Cell, look, "A < B");
    const normal = (text: string) =>
      [...text.matchAll(/[a-z]+="[^"]*"|<\/?[a-z]+|>[^<]*/g)].map(String).toSorted();
    expect(normal(cellHtml(look, "A < B").text)).toEqual(normal(renderToStaticMarkup(drawnCell)));
  });

  it.each(["1er sept. 2026", "mar. 1er sept. 2026", "2 sept. 2026", "1 Sept 2026"])("reads %s", (text) => {
    expect(dayHtml(text).text).toBe(renderToStaticMarkup(createElement(Day, { text })));
  });
});
