import { expect, it } from "vitest";
import { describePlanned, recalledKinds, ROW } from "./obligation.fixture";
import { type ConsultationToPlan, planConsultation } from "./plan-consultation";

const OPEN: ConsultationToPlan = {
  row: ROW,
  state: "open",
  lastDay: "2026-11-30",
  endedOn: null,
  contactDays: 30,
  erasedAt: null,
  hasContacts: true,
};

it.each<[string, Partial<ConsultationToPlan>, string[]]>([
  [
    "open, ends with its links, then with its contacts",
    {},
    [...["consultation.end 2026-11-30", "consultation.contacts 2026-12-31"]],
  ],
  [
    "closed before, is done, and its contacts end earlier",
    { state: "closed", endedOn: "2026-11-20" },
    [...["consultation.end 2026-11-30 done", "consultation.contacts 2026-12-21"]],
  ],
  [
    "revoked, is owed no more",
    { state: "revoked", endedOn: "2026-11-20" },
    [...["consultation.end 2026-11-30 void", "consultation.contacts 2026-12-21"]],
  ],
  [
    "erased, is done",
    { state: "closed", endedOn: "2026-10-01", erasedAt: Date.parse("2026-11-01"), hasContacts: false },
    [...["consultation.end 2026-11-30 done", "consultation.contacts 2026-11-01 done"]],
  ],
  [
    "stating that contacts serve ten days, ends with them earlier",
    { contactDays: 10 },
    [...["consultation.end 2026-11-30", "consultation.contacts 2026-12-11"]],
  ],
  ["without a person, has no contact to erase", { hasContacts: false }, ["consultation.end 2026-11-30"]],
  ["in draft, has no date", { state: "draft" }, []],
])("a consultation that is %s", (_, stated, planned) => {
  expect(describePlanned(planConsultation({ ...OPEN, ...stated }))).toEqual(planned);
});

it("recalls the end of its links, and leaves to a job what erases by itself", () => {
  expect(recalledKinds((noun) => noun === "consultation")).toEqual(["consultation.end"]);
});
