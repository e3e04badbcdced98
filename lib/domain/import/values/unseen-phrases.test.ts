import { describe, expect, it } from "vitest";
import { readDitto } from "@/lib/domain/text/qualifiers";
import { isNoContent } from "../cell-errors";
import { isQuestion } from "../doubts";
import { guessColumns } from "../columns";
import { readTransferCountries } from "./countries";
import { readDate } from "./date";
import { readInstrument } from "./instrument";
import { readSpecial } from "./special";
import { readSubProcessors } from "./sub-processors";

describe("readTransferCountries", () => {
  it.each([
    ["France (support Maroc le week-end)", ["FR", "MA"]],
    ["Tunisie (support Maroc le week-end)", ["TN", "MA"]],
    ["Irlande (maison mère US)", ["US"]],
    ["Irlande (US)", ["US"]],
    ["France (support US)", ["US"]],
    ["Luxembourg (Amazon US)", ["US"]],
    ["Paris (équipe de nuit : Dakar en renfort)", ["SN"]],
  ])("%s asks about each third country that it names", (cell, countries) => {
    const { value, doubts } = readTransferCountries(cell);
    expect(value.answer).toBe("yes");
    expect(value.destinations.map(({ country }) => country)).toEqual(expect.arrayContaining(countries));
    expect(doubts.some(isQuestion)).toBe(true);
  });
});

describe("readSubProcessors", () => {
  const namesOf = (cell: string) => readSubProcessors(cell).value.subProcessors.map(({ name }) => name);

  it.each(["personne", "Nobody", "nadie", "niemand"])("%s is a no, and no company", (cell) =>
    expect(readSubProcessors(cell).value).toEqual({ answer: "no", subProcessors: [] }),
  );

  it.each([
    "3 prestataires informatiques",
    "2 IT vendors",
    "nos fournisseurs techniques",
    "prestataire local",
    "مزود محلي",
    "كل المتعاقدين",
    "بعض المناولين",
  ])("%s names nobody, and is asked", (cell) => {
    expect(namesOf(cell)).toEqual([]);
    expect(readSubProcessors(cell).doubts.some(isQuestion)).toBe(true);
  });

  it("parts names at a slash where each has its role", () =>
    expect(namesOf("OVH : hébergement / Sendgrid : e-mail")).toEqual(["OVH", "Sendgrid"]));

  it.each(["AWS (fin 2023)", "OVH\nAWS (arrêt 03/2023)"])("%j asks about the end that it says", (cell) =>
    expect(readSubProcessors(cell).doubts.some(isQuestion)).toBe(true),
  );
});

it.each([
  "OVH (توقف)",
  "OVH (تم فسخ العقد)",
  "OVH (تم الاستغناء عنه)",
  "OVH (تم حذفه)",
  "OVH (مقترح)",
  "OVH فقط",
  "prestataire marocain",
  "hébergeur français",
  "fournisseur américain",
])("asks about the sub-processor of %s", (cell) =>
  expect(readSubProcessors(cell).doubts.some(isQuestion)).toBe(true),
);

it.each(["15/09/1445 هـ", "منذ 1/9/1445", "depuis 01/01/1446 H", "signé 03/1445", "du 12/05/0024"])(
  "asks about %s, whose year is of another calendar or wrong",
  (cell) => {
    const { value, doubts, leftover } = readDate(cell);
    expect([value, doubts.map(({ key }) => key), leftover]).toEqual([null, ["dateNotRead"], cell]);
  },
);

it("dates no clauses by a year of another calendar", () =>
  expect(readInstrument("CCT signées 15/09/1445 هـ").value.signedOn).toBeNull());

it.each(["SCC under review", "CCT en signature chez le client", "CCT en relecture"])(
  "asks about the clauses of %s",
  (cell) => expect(readInstrument(cell).doubts.some(isQuestion)).toBe(true),
);

it.each(["#BEZUG!", "#RIF!", "#PROPAGATION!", "#VERW!", "#NAAM?", "VERO", "WAAR", "ONWAAR"])(
  "%s is a spreadsheet's and no content",
  (cell) => expect(isNoContent(cell, "activity")).toBe(true),
);

it.each(["↑", "- ↓ -", "كذلك"])("%s repeats the row above", (cell) =>
  expect(readDitto(cell)).toEqual({ of: "" }),
);

it("takes the district of a town for no company", () =>
  expect(
    readSubProcessors("Microsoft Ireland Operations Ltd, One Microsoft Place, Dublin 18").value.subProcessors,
  ).toHaveLength(1));

it.each(["القواعد المؤسسية الملزمة", "قواعد الشركات الملزمة"])("%s are binding rules", (cell) =>
  expect(readInstrument(cell).value.instrument).toBe("bcr"),
);

it.each([
  ["صاحب المعالجة", "controllerName"],
  ["نقل المعطيات", "transfer"],
  ["الدول المنقول إليها", "transfer"],
  ["البلد المستقبل", "transfer"],
  ["آلية النقل", "instrument"],
  ["طبيعة العملية", "operations"],
  ["المعطيات ذات الطابع الشخصي", "dataCategories"],
  ["المقاولون من الباطن", "subProcessors"],
  ["التدابير التقنية والتنظيمية", "measures"],
])("the head %s is %s", (head, target) =>
  expect(guessColumns([head], [], "processor")[0]).toMatchObject({ target }),
);

it("reads a criminal record among the special categories", () =>
  expect(readSpecial("santé, génétique, casier", { data: "", activity: "" }).value.categories).toEqual([
    "health",
    "genetic",
    "criminal-convictions",
  ]));
