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
    zone: "Europe/Paris",
    controller: "Nordalia Services",
    jointControllers: [],
    incident: "8d2f6c1e-5a4b-4b1e-9d43-0c1f2a3b4c5d",
    number: 1,
    phase: "initial",
    isDrill: false,
    locale: "fr",
    previous: null,
    lateReason: "",
    duties: FRENCH,
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
  openedUnprovenAt: null,
  isMandated: true,
  own: [],
};

describe("the facts in the order of the authority's form", () => {
  it.each([
    [{ rule: "contract", hours: 24 }, "delay", /^Panne du relais$/],
    [undefined, "delay", /^Panne du relais$/],
    [{ rule: "own-threshold", hours: 24 }, "thresholdDelay", /^Panne du relais .*24.*la loi ne fixe pas/],
  ] as const)("says by which hours the processor gives a reason: %o", async (delay, id, value) => {
    const content = delay ? { ...pack.notice.content, delay } : pack.notice.content;
    const notice = { ...pack.notice, content, lateReason: "Panne du relais" };
    const { sections } = await packJson({ ...pack, notice });
    const [remark] = sections.find((section) => section.id === "remarks")!.entries;
    expect(remark).toMatchObject({ id, answer: { status: "answered", value: expect.stringMatching(value) } });
  });

  it("cites the law of the client, and names its joint controllers", async () => {
    const facts = { establishments: [], targeting: "", targetCountries: [], clientRole: "controller" };
    const swiss = authorityDuties({ ...facts, country: "CH", targeting: "no" }, "2026-11-25");
    const { article, paragraphs } = await packData({ ...pack, notice: { ...pack.notice, duties: swiss } });
    expect(article).toContain("LPD");
    expect(article).not.toContain("33");
    expect(paragraphs[0]).toContain(article);
    const jointControllers = ["Régie Sud", "Brenval SA"];
    const { sections } = await packJson({ ...pack, notice: { ...pack.notice, jointControllers } });
    const answerOf = (all: typeof sections) =>
      all[0]!.entries.find(({ id }) => id === "jointControllers")?.answer;
    expect(answerOf(sections)).toEqual({ status: "answered", value: "Régie Sud\nBrenval SA" });
    expect(answerOf((await packJson(pack)).sections)).toBeUndefined();
  });

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

  it("says what the controller told of its own notification, which a further one completes", async () => {
    const statement = {
      id: "a",
      kind: "authority-stated" as const,
      at: at + 90_000_000,
      recordedAt: at,
      authorName: "C",
      told: {
        answer: "done" as const,
        authority: "CNIL",
        reference: "FR-77",
        delayReason: "Week-end",
        note: "",
        correctsId: null,
        reason: "",
      },
      earlier: [],
    };
    const answers = async (own: PrintablePack["own"]) => {
      const { sections } = await packJson({ ...pack, own });
      const entries = sections.flatMap((section) => section.entries);
      return (id: string) => entries.find((entry) => entry.id === id)!.answer;
    };
    const told = await answers([statement]);
    expect(told("ownNotification")).toMatchObject({ status: "answered" });
    const { value } = told("ownNotification") as { value: string };
    for (const part of ["CNIL", "FR-77", "Week-end"]) expect(value).toContain(part);
    expect(told("notificationType")).toEqual({ status: "answered", value: "complementary" });
    expect((await answers([]))("ownNotification")).toEqual({ status: "controller" });
    expect((await answers([{ ...statement, kind: "persons-stated" }]))("informed")).toMatchObject({
      status: "answered",
    });
  });

  it("gives the examples of the EDPB to whoever decides, and leaves them out where there are none", async () => {
    const examples = [
      { id: 17, isAuthorityTold: true, arePersonsTold: true, differs: [], unknown: ["data" as const] },
    ];
    const own = { ...pack, notice: { ...pack.notice, content: { ...pack.notice.content, examples } } };
    expect(await packJson(own)).toMatchObject({
      examples: [{ number: 17, isAuthorityTold: true, unknown: ["data"] }],
      exampleStandings: ["guidance"],
    });
    expect((await packData(own)).sections.at(-1)!.title).toContain("01/2021");
    expect(await packJson(pack)).not.toHaveProperty("examples");
  });

  it("has the schema that is published", () => {
    expect(JSON.parse(readFileSync(`public${PACK_SCHEMA_PATH}`, "utf8"))).toEqual(packJsonSchema());
  });
});
