import { describe, expect, it } from "vitest";
import { emptyContent, type Destination, type RecordContent } from "@/lib/domain/processing-record/content";
import { CONTRACT, linkedTo, linksWith, TRANSFER } from "@/lib/domain/processing-record/links.fixture";
import { NO_LINKS } from "@/lib/domain/processing-record/links";
import { row, plan, CONTROLLERS, record } from "./plan.fixture";

describe("rows of a controller that a file names in words", () => {
  const LINKS = linksWith({ reference: "M3R-2022-07" });
  const linksOf = (id: string) => (id === "c1" ? LINKS : NO_LINKS);
  const morocco = { ...linkedTo().destinations![0]!, transferId: null };
  const stated = (change: Partial<Destination> = {}): Partial<RecordContent> => ({
    transferAnswer: "yes",
    destinations: [{ ...morocco, ...change }],
  });
  const linked = {
    ...emptyContent("Relances"),
    ...stated({ transferId: TRANSFER.id }),
    contractIds: [CONTRACT.id],
  };
  const change = (more: Partial<RecordContent>, known: RecordContent = linked) =>
    plan([row("A-1", "Voltiris", "Relances", more)], {
      records: [record("A-1", known)],
      controllers: CONTROLLERS,
      linksOf,
    }).rows[0]!;

  it("links a new entry to the only rows that its words name", () => {
    const words = { ...stated(), contractReference: "m3r 22/07" };
    const [planned] = plan([row("A-9", "Voltiris", "Relances", words)], {
      controllers: CONTROLLERS,
      linksOf,
    }).rows;
    expect(planned).toMatchObject({
      fate: "new",
      linked: ["M3R-2022-07", TRANSFER.reference],
      content: {
        contractIds: [CONTRACT.id],
        contractReference: "m3r 22/07",
        destinations: [{ transferId: TRANSFER.id }],
      },
    });
  });

  it.each([
    ["several rows answer", () => ({ ...LINKS, transfers: [TRANSFER, { ...TRANSFER, id: CONTRACT.id }] })],
    ["the rows are another controller's", () => NO_LINKS],
  ])("links nothing where %s", (_, found) => {
    const [planned] = plan([row("A-9", "Voltiris", "Relances", stated())], {
      controllers: CONTROLLERS,
      linksOf: found,
    }).rows;
    expect(planned).toMatchObject({ linked: [], content: { destinations: [{ transferId: null }] } });
  });

  it("leaves the transfer linked where the file says another tool of the same country", () => {
    const planned = change(stated({ instrument: "bcr", sccModule: null }));
    expect(planned).toMatchObject({
      fate: "changed",
      linked: [],
      content: { destinations: [{ transferId: TRANSFER.id, instrument: "bcr" }] },
    });
    expect(planned.changes.map(({ field }) => field)).toEqual(["destinations"]);
  });

  it("names the transfer no longer where the file says another country, and no other", () => {
    expect(change(stated({ country: "TN" })).content.destinations).toMatchObject([
      { transferId: null, country: "TN" },
    ]);
  });

  it("leaves both of two transfers to one country linked", () => {
    const second = { ...TRANSFER, id: CONTRACT.id, tool: "bcr" as const, module: null };
    const both = {
      ...linked,
      destinations: [TRANSFER.id, second.id].map((transferId) => ({ ...morocco, transferId })),
    };
    const [planned] = plan(
      [row("A-1", "Voltiris", "Relances", stated({ instrument: "bcr", sccModule: null }))],
      {
        records: [record("A-1", both)],
        controllers: CONTROLLERS,
        linksOf: () => ({ ...LINKS, transfers: [TRANSFER, second] }),
      },
    ).rows;
    expect(planned!.content.destinations.map(({ transferId }) => transferId)).toEqual([
      second.id,
      TRANSFER.id,
    ]);
  });

  it("changes nothing where the same file comes again after a person linked the entry", () => {
    const words = { ...stated(), contractReference: "M3R-2022-07" };
    const again = row("A-1", "Voltiris", "Relances", words);
    const earlier = { recordId: "r-A-1", skip: false, content: again.content };
    const [planned] = plan([again], {
      records: [record("A-1", { ...linked, ...words, destinations: linked.destinations })],
      controllers: CONTROLLERS,
      remembered: new Map([[again.fingerprint, earlier]]),
      linksOf,
    }).rows;
    expect(planned).toMatchObject({ fate: "unchanged", changes: [], linked: [] });
  });

  it("links a known entry by the reference that the file says anew", () => {
    const planned = change({ contractReference: "M3R-2022-07" }, emptyContent("Relances"));
    expect(planned).toMatchObject({ linked: ["M3R-2022-07"], content: { contractIds: [CONTRACT.id] } });
    expect(planned.changes.map(({ field }) => field)).toEqual(["contractReference", "contractIds"]);
  });
});
