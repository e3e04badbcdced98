import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import { NO_CONTENT } from "@/lib/domain/breach/notice-content";
import { LOCALES } from "@/lib/i18n/locale";
import { PACK_SCHEMA_PATH, packJson, packJsonSchema } from "./pack-json";
import { packData, printPack, type PrintablePack } from "./print-pack";

const FRENCH = authorityDuties(
  { country: "FR", establishments: [], targeting: "", targetCountries: [], clientRole: "controller" },
  "2026-11-25",
);
const at = Date.UTC(2026, 10, 25, 9, 40);
const pack: PrintablePack = {
  notice: {
    organisation: { name: "Atlas Contact", address: "Casablanca" },
    controller: "Nordalia Services",
    incident: "8d2f6c1e-5a4b-4b1e-9d43-0c1f2a3b4c5d",
    ...{
      number: 1,
      phase: "initial",
      isDrill: false,
      locale: "fr",
      previous: null,
      lateReason: "",
      duties: FRENCH,
    },
    content: { ...NO_CONTENT, awareAt: at, whatHappened: "Une copie", natures: ["integrity"], persons: 12 },
    at,
    issuedBy: "Salma Idrissi",
  },
  party: {
    name: "Nordalia Services",
    registrationNumber: "",
    address: "1, quai Neuf, 44000 Nantes",
    country: "FR",
    phone: "",
    contactPerson: "Claire Fontaine",
  },
  controllerAwareAt: at + 60_000,
  isMandated: true,
};

describe("the facts in the order of the authority's form", () => {
  it("follows its points, and says what is unknown and what the controller answers", async () => {
    const { sections } = await packJson(pack);
    const entries = sections.flatMap((section) => section.entries);
    expect(entries.map(({ point }) => point).filter(Boolean)).toEqual(
      entries
        .map(({ point }) => point)
        .filter(Boolean)
        .sort((a, b) => a.localeCompare(b, "en", { numeric: true })),
    );
    const answer = (id: string) => entries.find((entry) => entry.id === id)!.answer;
    expect(answer("summary")).toEqual({ status: "answered", value: "Une copie" });
    expect(answer("discovered")).toEqual({
      status: "answered",
      value: [new Date(at + 60_000).toISOString()],
    });
    expect(answer("consequences")).toEqual({ status: "unknown" });
    expect(answer("severity")).toEqual({ status: "controller" });
    expect(answer("registrationNumber")).toEqual({ status: "controller" });
    expect(answer("notificationType")).toEqual({ status: "answered", value: "initial" });
    expect(answer("delay")).toEqual({ status: "none" });
  });

  it("leaves the controller's awareness open where nothing proves it", async () => {
    const { sections } = await packJson({ ...pack, controllerAwareAt: null });
    expect(sections.flatMap(({ entries }) => entries).find(({ id }) => id === "discovered")!.answer).toEqual({
      status: "controller",
    });
  });

  it.each(LOCALES)("prints in %s, with the mandate and who decides", async (locale) => {
    const own = { ...pack, notice: { ...pack.notice, locale } };
    const pdf = Buffer.from(await printPack(own)).toString("latin1");
    expect(pdf).toContain("pdfuaid");
    const data = await packData(own);
    expect(data.paragraphs).toHaveLength(2);
    expect(JSON.stringify(data)).not.toContain("breach-notice-letter.");
  });

  it("has the schema that is published", () => {
    expect(JSON.parse(readFileSync(`public${PACK_SCHEMA_PATH}`, "utf8"))).toEqual(packJsonSchema());
  });
});
