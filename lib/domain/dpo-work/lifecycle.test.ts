import { describe, expect, it } from "vitest";
import { eventsFrom, refuseEvent, stateOf, type WorkFact } from "./lifecycle";

const fact = (event: string, more: Partial<WorkFact> = {}): WorkFact => ({
  event,
  part: "",
  factOn: "2026-11-20",
  detail: "D-90/2023",
  reason: "",
  nextOn: null,
  amount: null,
  ...more,
});

describe("events of a filing, by its type and its state", () => {
  it.each<[type: string, state: string, events: string[]]>([
    ["declaration", "draft", ["file", "end"]],
    ["declaration", "filed", ["receive", "refuse"]],
    ["declaration", "received", ["refuse", "notify-change", "withdraw-receipt", "end"]],
    ["declaration", "refused", ["file"]],
    ["declaration", "withdrawn", []],
    ["authorisation", "filed", ["receive", "authorise", "refuse"]],
    ["authorisation", "received", ["authorise", "refuse", "notify-change", "withdraw-receipt", "end"]],
    ["transfer", "filed", ["receive", "authorise", "refuse"]],
    ["data-tika", "draft", ["file", "accede", "end"]],
    ["data-tika", "filed", ["accede", "refuse"]],
    ["data-tika", "acceded", ["end"]],
    ["other", "filed", ["receive", "authorise", "refuse"]],
  ])("%s, %s: %j", (type, state, events) => {
    expect(eventsFrom("cndp-filing", state, type)).toEqual(events);
  });
});

describe("an event of a filing", () => {
  const refusalOf = (type: string, facts: WorkFact[], stated: WorkFact) =>
    refuseEvent({ kind: "cndp-filing", type }, facts, stated, "2026-11-28");
  const filed = [fact("file")];

  it("is refused where the type has none such, and where the state does not allow it", () => {
    const notFromHere = { field: "event", key: "notFromHere" };
    expect(refusalOf("declaration", filed, fact("authorise"))).toMatchObject(notFromHere);
    expect(refusalOf("data-tika", filed, fact("receive"))).toMatchObject(notFromHere);
    expect(refusalOf("declaration", [], fact("receive"))).toMatchObject(notFromHere);
  });

  it("is refused without the number that the CNDP gave, with a day to come, or without its reason", () => {
    expect(refusalOf("declaration", filed, fact("receive", { detail: "" }))).toMatchObject({
      field: "detail",
      key: "missing",
    });
    expect(refusalOf("declaration", filed, fact("receive", { factOn: "2026-11-29" }))).toMatchObject({
      field: "on",
      key: "future",
    });
    expect(refusalOf("declaration", filed, fact("refuse"))).toMatchObject({
      field: "reason",
      key: "reasonMissing",
    });
  });

  it("is possible with a number in any form", () => {
    for (const detail of ["D-90/2023", "D-W-849", "A-PO-268/2024", "وصل رقم 12"])
      expect(refusalOf("declaration", filed, fact("receive", { detail })), detail).toBeNull();
  });

  it("folds to a state, in the order of its recording", () => {
    const facts = ["file", "refuse", "file", "receive", "withdraw-receipt"].map((event) => fact(event));
    const states = facts.map((_, at) => stateOf("cndp-filing", facts.slice(0, at + 1)));
    expect(states).toEqual(["filed", "refused", "filed", "received", "withdrawn"]);
  });
});
