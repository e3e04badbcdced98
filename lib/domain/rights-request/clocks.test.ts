import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { instantAt } from "@/lib/domain/time/zones";
import { controllerClock, relayClock, type IdentityDoubt } from "./clocks";

const FRANCE = calendarOf({ country: "FR", address: "75002 Paris" }, { announced: [], from: "2026-08-01" });
const at = (day: string, time = "10:00") => instantAt("Europe/Paris", day, time);
const clock = (
  receipts: [string, string | null],
  { announced, doubts = [] }: { announced?: number; doubts?: IdentityDoubt[] } = {},
) =>
  controllerClock(
    { processorAt: at(receipts[0]), controllerAt: receipts[1] === null ? null : at(receipts[1]) },
    { announcedAt: announced ?? null, doubts },
    FRANCE,
  );

describe("the controller's month", () => {
  it.each([
    ["2026-08-31", null, "processor", "2026-09-30"],
    ["2026-08-31", "2026-09-02", "processor", "2026-09-30"],
    ["2026-08-31", "2026-08-28", "controller", "2026-09-28"],
    ["2026-11-25", "2026-11-25", "processor", "2026-12-28"],
  ])("received on %s, by the controller on %s: from the %s's, to %s", (ours, theirs, startedBy, lastDay) => {
    expect(clock([ours, theirs])).toMatchObject({ startedBy, due: { lastDay } });
  });

  it("says which holiday may still move its end, at a seat in Morocco alone", () => {
    const endsAt = (country: string, received: string) =>
      controllerClock(
        { processorAt: at(received), controllerAt: null },
        { announcedAt: null, doubts: [] },
        calendarOf({ country, address: "" }, { announced: [], from: received }),
      );
    // Eid al-Fitr is proposed on 9 March 2027.
    expect(endsAt("MA", "2027-02-10")).toMatchObject({
      due: { lastDay: "2027-03-10" },
      isAssumed: false,
      unconfirmed: { feast: "fitr", day: "2027-03-09" },
    });
    expect(endsAt("MA", "2027-02-18").unconfirmed).toBeNull();
    expect(endsAt("BE", "2027-02-10").unconfirmed).toBeNull();
  });

  it("takes the earlier day of a receipt that is yesterday in Casablanca and today at the controller", () => {
    const lateAtNight = instantAt("Africa/Casablanca", "2026-09-30", "23:30");
    expect(
      controllerClock(
        { processorAt: lateAtNight, controllerAt: null },
        { announcedAt: null, doubts: [] },
        FRANCE,
      ),
    ).toMatchObject({ startDay: "2026-09-30", laterStartDay: "2026-10-01", due: { lastDay: "2026-10-30" } });
  });

  it("counts a controller's own receipt from its own local day alone", () => {
    const ours = instantAt("Africa/Casablanca", "2026-11-02", "10:00");
    const theirs = instantAt("Europe/Paris", "2026-10-31", "00:30");
    expect(
      controllerClock({ processorAt: ours, controllerAt: theirs }, { announcedAt: null, doubts: [] }, FRANCE),
    ).toMatchObject({ startedBy: "controller", startDay: "2026-10-31", laterStartDay: null });
  });

  it("is two months longer where that is announced to the last hour of the first, and not after it", () => {
    const announced = at("2026-09-30", "23:59");
    expect(clock(["2026-08-31", null], { announced })).toMatchObject({
      extension: { status: "in-time" },
      month: { lastDay: "2026-09-30" },
      due: { lastDay: "2026-11-30" },
    });
    expect(clock(["2026-08-31", null], { announced: announced + 60_000 })).toMatchObject({
      extension: { status: "late" },
      due: { lastDay: "2026-09-30" },
    });
  });

  it("shows the date of a suspension beside the one that is not suspended", () => {
    const asked = at("2026-09-10");
    expect(clock(["2026-08-31", null], { doubts: [{ from: asked, until: at("2026-09-14") }] })).toMatchObject(
      {
        due: { lastDay: "2026-09-30" },
        // Four days after it is a Sunday; two doubts add up.
        disputed: { status: "ended", days: 4, lastDay: "2026-10-05" },
      },
    );
    expect(clock(["2026-08-31", null], { doubts: [{ from: asked, until: null }] })).toMatchObject({
      due: { lastDay: "2026-09-30" },
      disputed: { status: "running" },
    });
    expect(
      clock(["2026-08-31", null], { doubts: [{ from: at("2026-10-02"), until: null }] }).disputed,
    ).toBeNull();
  });

  it("is never moved by a doubt, nor by the later of two receipts", () => {
    const instant = fc.integer({ min: at("2026-08-01"), max: at("2027-06-01") });
    fc.assert(
      fc.property(instant, instant, instant, (ours, theirs, doubted) => {
        const of = (doubts: IdentityDoubt[]) =>
          controllerClock({ processorAt: ours, controllerAt: theirs }, { announcedAt: null, doubts }, FRANCE);
        const plain = of([]);
        expect(of([{ from: doubted, until: null }]).due).toEqual(plain.due);
        expect(plain.startsAt).toBe(Math.min(ours, theirs));
      }),
    );
  });
});

describe("relayClock", () => {
  const terms = { contractId: "", reference: "C-1", rule: "forwarded" as const, hours: null };
  it("counts up where nothing is agreed, and runs over weekends where days are", () => {
    const friday = at("2026-09-04");
    expect(relayClock(friday, null)).toEqual({ basis: "without-delay", since: friday });
    expect(relayClock(friday, { ...terms, days: null })).toMatchObject({ basis: "without-delay" });
    expect(relayClock(friday, { ...terms, days: 2 })).toMatchObject({ hours: 48, endsAt: at("2026-09-06") });
  });

  it.each([
    [24, null, 24],
    [24, 2, 24],
    [72, 2, 48],
  ])("of %s hours and %s days takes %s hours, in hours elapsed from the receipt", (hours, days, taken) => {
    const received = at("2026-09-04", "17:20");
    expect(relayClock(received, { ...terms, hours, days })).toEqual({
      basis: "contract",
      since: received,
      hours: taken,
      endsAt: received + taken * 3_600_000,
    });
  });

  it("ends with the day of receipt where no day is left", () => {
    const received = instantAt("Africa/Casablanca", "2026-09-04", "09:00");
    const relay = relayClock(received, { ...terms, days: 0 });
    expect(relay).toMatchObject({ basis: "contract", hours: 0 });
    expect("endsAt" in relay && relay.endsAt + 1).toBe(instantAt("Africa/Casablanca", "2026-09-05", "00:00"));
  });
});
