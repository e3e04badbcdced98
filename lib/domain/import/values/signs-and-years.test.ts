import { describe, expect, it } from "vitest";
import { isQuestion, type CellDoubt } from "../doubts";
import { readTransferCountries } from "./countries";
import { readInstrument } from "./instrument";
import { readSubProcessors } from "./sub-processors";

const asks = ({ doubts }: { doubts: CellDoubt[] }) => doubts.some(isQuestion);

describe("a sign that denies a name, or puts another in its place", () => {
  it.each(["Maroc ❌", "Maroc ✗", "المغرب: كلا", "المغرب: صفر"])("%s is asked, as no transfer", (cell) => {
    const read = readTransferCountries(cell);
    expect(asks(read)).toBe(true);
    expect(read.value.answer).toBe("no");
  });

  it.each(["Maroc → Tunisie", "Morocco -> Tunisia", "🇲🇦 => 🇹🇳"])("%s is asked, of both countries", (cell) => {
    const read = readTransferCountries(cell);
    expect(asks(read)).toBe(true);
    expect(read.value.destinations.map(({ country }) => country)).toEqual(["MA", "TN"]);
  });

  it.each(["CCT ❌", "CCT ✗", "CCT : 0", "بنود تعاقدية ❌"])("%s is asked, as no tool", (cell) => {
    const read = readInstrument(cell);
    expect(asks(read)).toBe(true);
    expect(read.value.instrument).toBe("none");
  });

  it.each(["BCR → CCT", "SCC -> BCR", "CCT T1 2027", "SCC Q3 2027", "✗ CCT"])("%s is asked", (cell) =>
    expect(asks(readInstrument(cell))).toBe(true),
  );

  it.each(["OVH ❌", "OVH ✗", "OVH : 0", "OVH KO", "OVH : faux", "OVH: false", "OVH: كلا", "OVH: صفر"])(
    "%s is asked, and names nobody",
    (cell) => {
      const read = readSubProcessors(cell);
      expect(asks(read)).toBe(true);
      expect(read.value.subProcessors).toEqual([]);
    },
  );

  it.each(["OVH → AWS", "OVH -> AWS", "OVH => AWS"])(
    "%s is asked, and is no company of that name",
    (cell) => {
      const read = readSubProcessors(cell);
      expect(asks(read)).toBe(true);
      expect(read.value.subProcessors).toEqual([]);
    },
  );

  it.each(["CCT ✔", "☒ CCT"])("%s is asked of nothing", (cell) => {
    expect(asks(readInstrument(cell))).toBe(false);
    expect(asks(readSubProcessors("OVH\n→ AWS"))).toBe(false);
  });
});

describe("years and Arabic words beside a company", () => {
  it.each([
    ...[
      "OVH 2023",
      "OVH (2019-2022)",
      "OVH (2023)",
      "OVH T1 2027",
      "OVH Q1 2027",
      "OVH in 2021",
      "OVH 03/2024",
    ],
    ...[
      "OVH منذ 2024",
      "OVH مبرمج",
      "OVH متروك",
      "OVH غادر",
      "مشروع OVH",
      "خلا OVH",
      "OVH بخلاف AWS",
      "OVH وغيرها",
    ],
    ...["OVH...", "OVH, AWS…", "OVH (option)", "OVH (tender)"],
    ...[
      "OVH (appel d'offres)",
      "OVH - appel d’offres",
      "OVH (pressenti)",
      "OVH, présélectionné",
      "OVH (devis)",
    ],
    ...[
      "OVH (short-list)",
      "OVH (RFQ)",
      "OVH (Ausschreibung)",
      "OVH (licitación)",
      "OVH (مناقصة)",
      "OVH (طلب عروض)",
    ],
  ])("%s is asked", (cell) => expect(asks(readSubProcessors(cell))).toBe(true));

  it.each(["appel d'offres", "OVH, appel d'offres"])("%s makes no company of a call for tenders", (cell) => {
    const { value } = readSubProcessors(cell);
    expect(value.subProcessors.map(({ name }) => name)).toEqual(cell.startsWith("OVH") ? ["OVH"] : []);
  });

  it.each([
    ["شركة OVH", "شركة OVH"],
    ["OVH المغرب", "OVH المغرب"],
    ["اتصالات المغرب", "اتصالات المغرب"],
    ["Studio 54", "Studio 54"],
    ["OVH (ISO 27001:2022)", "OVH"],
  ])("%s is a name", (cell, name) => {
    const read = readSubProcessors(cell);
    expect(asks(read)).toBe(false);
    expect(read.value.subProcessors.map((one) => one.name)).toEqual([name]);
  });
});
