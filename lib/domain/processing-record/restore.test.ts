import { describe, expect, it } from "vitest";
import { emptyContent } from "./content";
import { NO_LINKS } from "./links";
import { planRestore, type RestoreFacts } from "./restore";
import type { RecordDescription } from "./version-changes";

const NOTHING: RestoreFacts = {
  retiredMeasures: [],
  withdrawnProcedures: [],
  statuses: [],
  links: NO_LINKS,
  isControllerArchived: false,
  isReferenceTaken: false,
};
const makeDescription = (head: Partial<RecordDescription> = {}, content = {}): RecordDescription => ({
  reference: "T-001",
  controllerId: "a",
  state: "active",
  stateSince: "2026-02-01",
  content: { ...emptyContent("Appels"), ...content },
  ...head,
});

describe("planRestore", () => {
  it("brings back what was said, and leaves the state to its own dated facts", () => {
    const earlier = makeDescription({ state: "draft", stateSince: "2026-01-01" }, { operations: ["Saisie"] });
    expect(planRestore(makeDescription(), earlier, NOTHING)).toEqual({
      ok: true,
      description: makeDescription({}, { operations: ["Saisie"] }),
      measuresLeft: [],
      subProcessorsLeft: [],
      linksLeft: [],
      procedureLeft: null,
      isReferenceKept: false,
    });
  });

  it.each<[string, RecordDescription, RecordDescription, Partial<RestoreFacts>, string]>([
    [
      "an ended entry is reopened first",
      makeDescription({ state: "ended" }),
      makeDescription({}, { notes: "x" }),
      {},
      "ended",
    ],
    [
      "the controller of that version is archived",
      makeDescription({ controllerId: "b" }),
      makeDescription(),
      { isControllerArchived: true },
      "controllerArchived",
    ],
    ["it says nothing else", makeDescription(), makeDescription({ state: "draft" }), {}, "same"],
    [
      "what differs may not come back",
      makeDescription(),
      makeDescription({}, { measureIds: ["m"] }),
      { retiredMeasures: ["m"] },
      "same",
    ],
  ])("refuses: %s", (_, current, earlier, facts, key) => {
    expect(planRestore(current, earlier, { ...NOTHING, ...facts })).toEqual({ ok: false, key });
  });

  it("leaves out a measure retired since, but not one that the entry still names", () => {
    const earlier = makeDescription({}, { measureIds: ["gone", "kept", "old"], notes: "x" });
    const current = makeDescription({}, { measureIds: ["old"] });
    expect(planRestore(current, earlier, { ...NOTHING, retiredMeasures: ["gone", "old"] })).toMatchObject({
      description: { content: { measureIds: ["kept", "old"] } },
      measuresLeft: ["gone"],
    });
  });

  it("leaves out a sub-processor that its controller did not authorise, but not one that the entry still names", () => {
    const row = (name: string) => ({ name, country: null, service: "", subProcessorId: null });
    const earlier = makeDescription({}, { subProcessors: [row("Partout"), row("Resté")], notes: "x" });
    const current = makeDescription({}, { subProcessors: [row("Resté")] });
    expect(planRestore(current, earlier, NOTHING)).toMatchObject({
      description: { content: { subProcessors: [row("Resté")] } },
      subProcessorsLeft: ["Partout"],
    });
    expect(planRestore(current, earlier, { ...NOTHING, statuses: null })).toMatchObject({
      subProcessorsLeft: [],
    });
  });

  it("keeps the present reference where another entry took the earlier one", () => {
    const plan = planRestore(makeDescription({ reference: "T-009" }), makeDescription({}, { notes: "x" }), {
      ...NOTHING,
      isReferenceTaken: true,
    });
    expect(plan).toMatchObject({ description: { reference: "T-009" }, isReferenceKept: true });
  });
});
