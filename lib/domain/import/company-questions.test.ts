import { describe, expect, it } from "vitest";
import { itemAt } from "@/lib/domain/invariant/required";
import { askSubProcessors } from "./company-questions";
import { namedCompanies } from "./named-companies";
import { planImport } from "./plan";
import { readRow } from "./read-row";
import type { ColumnMapping } from "./types";

const MAPPING: ColumnMapping = (["controllerName", "activity", "subProcessors"] as const).map(
  (target, column) => ({ column, header: target, target }),
);
const LISTED = {
  id: "0195e0a0-0000-7000-8000-000000000001",
  reference: "SP-001",
  name: "OVH SAS",
  country: "FR",
  formerNames: ["Octave Klaba Hébergement"],
};

function plan(
  cells: string[],
  { list = [] as (typeof LISTED)[], answers = {} as Record<string, string> } = {},
) {
  const readings = cells.map((cell, at) => ({
    ...readRow({ line: at + 2, mapping: MAPPING, cells: ["Voltiris SA", `A${at}`, cell] }),
    fingerprint: String(at),
  }));
  return planImport({
    readings: askSubProcessors(readings, list),
    records: [],
    controllers: [],
    remembered: new Map(),
    today: "2026-11-28",
    decisions: { rows: {}, controllers: {}, questions: answers },
  });
}

const named = ({ rows }: ReturnType<typeof plan>) =>
  rows.map(({ content }) => content.subProcessors.map(({ name }) => name));

describe("sub-processors that may be one company", () => {
  const cells = ["OVH", "OVH SAS\nAWS", "OVHcloud\nOVH", "AWS"];

  it("are asked about once, and hold only their rows", () => {
    const { rows, questions } = plan(cells);
    expect(rows.map(({ reason }) => reason)).toEqual(["question", "question", "question", null]);
    expect(questions).toMatchObject([
      { rows: 3, options: ["OVH", "OVH SAS", "OVHcloud"], doubt: { key: "companiesAlike" } },
    ]);
  });

  it("take the name that is chosen, once in each row, or stay apart", () => {
    const { key } = itemAt(plan(cells).questions, 0);
    expect(named(plan(cells, { answers: { [key]: "OVH SAS" } }))).toEqual([
      ["OVH SAS"],
      ["OVH SAS", "AWS"],
      ["OVH SAS"],
      ["AWS"],
    ]);
    const apart = plan(cells, { answers: { [key]: "open" } });
    expect(named(apart)).toEqual([["OVH"], ["OVH SAS", "AWS"], ["OVHcloud", "OVH"], ["AWS"]]);
    expect(apart.tally.new).toBe(4);
  });

  it("are asked of by a former name of one of the list, which is offered under its present one", () => {
    const { questions } = plan(["Octave Klaba Hebergements"], { list: [LISTED] });
    const { key, options } = itemAt(questions, 0);
    expect(options).toEqual(["OVH SAS", "Octave Klaba Hebergements"]);
    const { rows } = plan(["Octave Klaba Hebergements"], {
      list: [LISTED],
      answers: { [key]: "OVH SAS" },
    });
    expect(rows[0]?.content.subProcessors).toMatchObject([{ name: "OVH SAS", subProcessorId: LISTED.id }]);
  });

  it("are joined to one of the organisation's list, which its row then names", () => {
    const { questions } = plan(["OVHcloud"], { list: [LISTED] });
    const { key, options } = itemAt(questions, 0);
    expect(options).toEqual(["OVH SAS", "OVHcloud"]);
    const { rows } = plan(["OVHcloud"], { list: [LISTED], answers: { [key]: "OVH SAS" } });
    expect(rows[0]?.content.subProcessors).toMatchObject([{ name: "OVH SAS", subProcessorId: LISTED.id }]);
  });

  it("are asked nothing that no name raises", () => {
    expect(plan(["OVH", "ovh", "AWS"]).questions).toEqual([]);
    expect(plan(["AWS"], { list: [LISTED] }).questions).toEqual([]);
  });
});

describe("namedCompanies", () => {
  it("shows each once with its rows, and none of a row that does not come in", () => {
    const { rows } = plan(["AWS (Irlande)", "aws (Irlande)\nAWS (Irlande)", "Google"]);
    const skipped = rows.map((row, at) => (at === 2 ? { ...row, reason: "skipped" as const } : row));
    expect(namedCompanies(skipped)).toEqual([{ name: "AWS", country: "IE", isListed: false, rows: 2 }]);
  });
});

describe("a sub-processor of several countries", () => {
  const cells = ["Ferrix SAS (France)", "Ferrix SAS (Maroc)", "Ferrix SAS"];
  const countries = (of: ReturnType<typeof plan>) =>
    of.rows.map(({ content }) => content.subProcessors[0]?.country);

  it("is asked whether it is one, where a row says a country", () => {
    const { rows, questions } = plan(cells);
    expect(rows.map(({ reason }) => reason)).toEqual(["question", "question", null]);
    expect(questions).toMatchObject([{ options: ["FR", "MA"], doubt: { key: "companyCountries" } }]);
  });

  it("takes the country that is chosen, or is two companies", () => {
    const { key } = itemAt(plan(cells).questions, 0);
    expect(countries(plan(cells, { answers: { [key]: "FR" } }))).toEqual(["FR", "FR", null]);
    expect(countries(plan(cells, { answers: { [key]: "open" } }))).toEqual(["FR", "MA", null]);
  });
});

describe("a year that ends a name", () => {
  const list = [{ ...LISTED, name: "Studio 2000", formerNames: [] }];
  const asked = (cells: string[]) => plan(cells, { list }).rows.map(({ reason }) => reason);

  it("asks nothing of a company that the list has by that very name", () => {
    expect(asked(["Studio 2000", "studio 2000 (France)"])).toEqual([null, null]);
  });

  it("asks of any other, beside it too", () => {
    expect(asked(["OVH 2024", "Studio 2024", "Studio 2000\nOVH 2000", "Studio 2000 (pilote)"])).toEqual(
      Array.from({ length: 4 }, () => "question"),
    );
    expect(plan(["Studio 2000"]).rows.map(({ reason }) => reason)).toEqual(["question"]);
  });
});
