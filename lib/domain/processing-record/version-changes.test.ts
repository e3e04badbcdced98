import { describe, expect, it } from "vitest";
import { emptyContent, recordContentSchema, type RecordContent } from "./content";
import { compareVersions, type RecordDescription } from "./version-changes";

const makeDescription = (
  content: Partial<RecordContent> = {},
  head: Partial<RecordDescription> = {},
): RecordDescription => ({
  reference: "T-001",
  controllerId: "a",
  state: "draft",
  stateSince: "2026-01-05",
  content: { ...emptyContent("Appels entrants"), ...content },
  ...head,
});
const destination = (row: Partial<RecordContent["destinations"][number]>) =>
  recordContentSchema.shape.destinations.unwrap().element.parse(row);

describe("compareVersions", () => {
  it("tells a text by its words", () => {
    const before = makeDescription({ notes: "Appels de 9 h à 18 h, sauf le samedi" });
    const after = makeDescription({ notes: "Appels de 9 h à 20 h, même le samedi" });
    expect(compareVersions(before, after)).toEqual([
      {
        kind: "text",
        field: "notes",
        parts: [
          { mark: "kept", text: "Appels de 9 h à " },
          { mark: "removed", text: "18" },
          { mark: "added", text: "20" },
          { mark: "kept", text: " h, " },
          { mark: "removed", text: "sauf" },
          { mark: "added", text: "même" },
          { mark: "kept", text: " le samedi" },
        ],
      },
    ]);
  });

  it("tells Arabic by its words too, and a sentence rewritten as one", () => {
    const [change] = compareVersions(
      makeDescription({ retention: "سنة واحدة بعد العقد" }),
      makeDescription({ retention: "سنتان اثنتان بعد العقد" }),
    );
    expect(change).toMatchObject({
      parts: [
        { mark: "removed", text: "سنة واحدة" },
        { mark: "added", text: "سنتان اثنتان" },
        { mark: "kept", text: " بعد العقد" },
      ],
    });
  });

  it("tells a list by what came and went", () => {
    const [change] = compareVersions(
      makeDescription({ operations: ["Réception", "Saisie"] }),
      makeDescription({ operations: ["Réception", "Rappel", "Écoute"] }),
    );
    expect(change).toMatchObject({
      items: [
        { mark: "kept", item: "Réception" },
        { mark: "removed", item: "Saisie" },
        { mark: "added", item: "Rappel" },
        { mark: "added", item: "Écoute" },
      ],
    });
  });

  it("tells transfers and sub-processors by row: one that stayed, one that says something else, one that came", () => {
    const tunis = destination({ country: "TN", instrument: "bcr" });
    const rabat = destination({ country: "MA", place: "Rabat" });
    const signed = { ...rabat, instrument: "scc-2021-914" as const, sccModule: 2 as const };
    const [change] = compareVersions(
      makeDescription({ destinations: [rabat, tunis] }),
      makeDescription({ destinations: [signed] }),
    );
    expect(change).toMatchObject({
      kind: "destinations",
      rows: [
        { mark: "changed", before: rabat, after: signed },
        { mark: "removed", row: tunis },
      ],
    });
    const nord = { name: "Nord", country: null, service: "", subProcessorId: null };
    expect(compareVersions(makeDescription(), makeDescription({ subProcessors: [nord] }))).toEqual([
      { kind: "subProcessors", field: "subProcessors", rows: [{ mark: "added", row: nord }] },
    ]);
  });

  it("tells a state with the day of it, and of whom the entry is held", () => {
    const after = makeDescription({}, { state: "active", stateSince: "2026-02-01", controllerId: "b" });
    expect(compareVersions(makeDescription(), after)).toEqual([
      { kind: "controller", field: "controllerId", before: "a", after: "b" },
      {
        kind: "state",
        field: "state",
        before: { state: "draft", stateSince: "2026-01-05" },
        after: { state: "active", stateSince: "2026-02-01" },
      },
    ]);
  });

  it("says what became of a text too long and too different in one piece each", () => {
    const long = (word: string) => Array.from({ length: 900 }, (_, index) => `${word}${index}`).join(" ");
    const [change] = compareVersions(
      makeDescription({ notes: long("a") }),
      makeDescription({ notes: long("b") }),
    );
    expect(change).toMatchObject({ parts: [{ mark: "removed" }, { mark: "added", text: long("b") }] });
  });
});
