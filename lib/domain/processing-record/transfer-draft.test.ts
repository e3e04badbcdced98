import { describe, expect, it } from "vitest";
import { destinationSchema, subProcessorNamedSchema, type Destination } from "./content";
import { draftTransfer } from "./transfer-draft";

const to = (stated: Partial<Destination>) => destinationSchema.parse(stated);
const company = (name: string, country: string | null, subProcessorId: string | null = null) =>
  subProcessorNamedSchema.parse({ name, country, subProcessorId });
const ID = "0b0f7e36-9b3c-4a53-8a5e-3c4bfb0b0f11";

const draft = (stated: Partial<Destination>, subProcessors: ReturnType<typeof company>[] = []) =>
  draftTransfer({ destinations: [to(stated)], subProcessors }, 0, "MA");

describe("draftTransfer", () => {
  it("takes country, kind of place, address, tool, module and day of a destination", () => {
    expect(
      draft({
        country: "MA",
        place: "Rabat, plateau B",
        placeKind: "access",
        instrument: "scc-2021-914",
        sccModule: 2,
        signedOn: { value: "2026-01-10", text: "10/01/2026" },
      }),
    ).toEqual({
      flow: "to-organisation",
      subProcessorId: null,
      importerName: "",
      country: "MA",
      placeKind: "access",
      address: "Rabat, plateau B",
      tool: "scc-2021-914",
      module: 2,
      signedOn: "2026-01-10",
    });
  });

  it("goes to the company that its place names, in the list or by name alone", () => {
    const companies = [company("Kora Data", "SN", ID), company("Atlas Voix", "SN")];
    expect(draft({ country: "SN", place: "kora data" }, companies)).toMatchObject({
      flow: "to-sub-processor",
      subProcessorId: ID,
      importerName: "",
      address: "",
    });
    expect(draft({ country: "SN", place: "Atlas Voix, Dakar" }, companies)).toMatchObject({
      subProcessorId: null,
      importerName: "Atlas Voix",
      address: "Atlas Voix, Dakar",
    });
  });

  it("goes to the only company of its country, and says no way where there are several or none", () => {
    const one = [company("Kora Data", "SN", ID), company("Nuage", "FR")];
    expect(draft({ country: "SN" }, one)?.subProcessorId).toBe(ID);
    expect(draft({ country: "SN" }, [...one, company("Baobab", "SN")])?.flow).toBeNull();
    expect(draft({ country: "TN" }, one)?.flow).toBeNull();
    expect(draft({ country: "MA" }, [company("Sous-main", "MA")])?.flow).toBe("to-organisation");
  });

  it.each([
    ["scc-unspecified", "2010/87", "scc-2010-87"],
    ["scc-unspecified", "CCT", null],
    ["other", "IDTA", "uk-idta"],
    ["other", "convention", null],
    ["none", "", null],
    ["privacy-shield", "", null],
    ["bcr", "", "bcr"],
  ] as const)("%s (%s) is the tool %s", (instrument, instrumentText, tool) =>
    expect(draft({ country: "TN", instrument, instrumentText })?.tool).toBe(tool),
  );

  it("keeps no month as a day", () =>
    expect(draft({ country: "TN", signedOn: { value: "2026-01", text: "" } })?.signedOn).toBeNull());

  it("drafts nothing for a destination that has its row, or is not there", () => {
    expect(draft({ country: "TN", transferId: ID })).toBeNull();
    expect(draftTransfer({ destinations: [], subProcessors: [] }, 0, "MA")).toBeNull();
  });
});
