import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { amendmentWith, contractWith } from "./contract.fixture";
import {
  applied,
  beginningOf,
  bindsUntil,
  changesTo,
  contractOn,
  termsBefore,
  effectOf,
  periodsOf,
  stateOn,
} from "./in-force";
import { dayFrom, term } from "./in-force.fixture";

describe("stateOn", () => {
  const dates = {
    signedOn: "2026-03-01",
    effectiveOn: "2026-04-01",
    noticeGivenOn: null,
    endedOn: "2026-09-01",
    content: contractWith({ term: { endsOn: null } }).content,
  };
  it.each([
    ["2026-02-28", "draft"],
    ["2026-03-01", "signed"],
    ["2026-03-31", "signed"],
    ["2026-04-01", "in-force"],
    ["2026-08-31", "in-force"],
    ["2026-09-01", "ended"],
  ])("on %s: %s", (day, state) => expect(stateOn(dates, day)).toBe(state));

  it("is a draft until it is signed, whatever day it says to take effect", () => {
    const late = { ...dates, effectiveOn: "2026-01-01", endedOn: null };
    expect(["2026-02-01", "2026-03-01"].map((day) => stateOn(late, day))).toEqual(["draft", "in-force"]);
  });
});

describe("contractOn", () => {
  const first = amendmentWith({ terms: { breachNoticeHours: 48 } }, "2026-05-01");
  const second = amendmentWith(
    { terms: { objectionDays: 15 }, term: { endsOn: "2027-12-31" } },
    "2026-07-01",
  );
  const unsigned = amendmentWith({ terms: { breachNoticeHours: 72 } }, "2026-06-01", null);
  // Entered in another order than they took effect.
  const contract = contractWith({ amendments: [second, unsigned, first] });
  const hoursOn = (day: string) => contractOn(contract, day).contractTerms.terms.breachNoticeHours;

  it.each([
    ["2026-04-30", 24, 30, "2026-12-31", 0],
    ["2026-05-01", 48, 30, "2026-12-31", 1],
    ["2026-06-30", 48, 30, "2026-12-31", 1],
    ["2026-07-01", 48, 15, "2027-12-31", 2],
  ])("on %s: %i h, %i days, to %s", (day, hours, days, endsOn, count) => {
    const { contractTerms, amendments } = contractOn(contract, day);
    expect([
      contractTerms.terms.breachNoticeHours,
      contractTerms.terms.objectionDays,
      contractTerms.term.endsOn,
    ]).toEqual([hours, days, endsOn]);
    expect(amendments).toHaveLength(count);
  });

  it("lets an amendment change nothing before its own signature", () => {
    const late = contractWith({
      amendments: [amendmentWith({ terms: { breachNoticeHours: 12 } }, "2026-05-01", "2026-06-15")],
    });
    const on = (day: string) => contractOn(late, day).contractTerms.terms.breachNoticeHours;
    expect([on("2026-06-14"), on("2026-06-15")]).toEqual([24, 12]);
  });

  it("lets the later signature have the last word of one day", () => {
    const one = amendmentWith({ terms: { breachNoticeHours: 12 } }, "2026-05-01", "2026-04-20");
    const other = amendmentWith({ terms: { breachNoticeHours: 36 } }, "2026-05-01", "2026-04-10");
    const both = contractWith({ amendments: [one, other] });
    expect(contractOn(both, "2026-05-01").contractTerms.terms.breachNoticeHours).toBe(12);
  });

  it("keeps what an amendment leaves unsaid", () => expect(hoursOn("2026-12-01")).toBe(48));
});

describe("termsBefore and changesTo", () => {
  it("gives back what an amendment builds on, and only what it changes", () => {
    const first = amendmentWith({ terms: { breachNoticeHours: 48 } }, "2026-05-01");
    const draft = amendmentWith({}, null);
    const contract = contractWith({ amendments: [first, draft] });
    expect(termsBefore(contract, first.id).terms.breachNoticeHours).toBe(24);
    const previous = termsBefore(contract, draft.id);
    expect(previous.terms.breachNoticeHours).toBe(48);
    expect(changesTo(previous.terms, { ...previous.terms, objectionDays: 10 })).toEqual({
      objectionDays: 10,
    });
    expect(changesTo(previous.terms, { ...previous.terms })).toBeUndefined();
  });
});
const amendment = fc
  .record({
    hours: fc.integer({ min: 1, max: 720 }),
    endsOn: fc.option(dayFrom(200, 900)),
    signedOn: fc.option(dayFrom(0, 600)),
    effectiveOn: fc.option(dayFrom(-50, 600)),
  })
  .map(({ hours, endsOn, signedOn, effectiveOn }) => ({
    ...amendmentWith({ terms: { breachNoticeHours: hours }, term: endsOn ? { endsOn } : {} }, effectiveOn),
    signedOn,
  }));
const contract = fc
  .record({
    amendments: fc.array(amendment, { maxLength: 5 }),
    signedOn: dayFrom(0, 100),
    effectiveOn: fc.option(dayFrom(-50, 200)),
    noticeGivenOn: fc.option(dayFrom(100, 500)),
    endedOn: fc.option(dayFrom(150, 700)),
    term,
  })
  .map(({ amendments, term, ...dates }) => contractWith({ amendments, term }, dates));

describe("a contract, whatever its amendments", () => {
  it("is in exactly one period on each day that it is in force, and in none on any other", () => {
    fc.assert(
      fc.property(contract, dayFrom(-60, 800), (any, day) => {
        const around = periodsOf(any).filter(
          ({ from, until }) => from <= day && (until === null || day <= until),
        );
        expect(around).toHaveLength(stateOn(any, day) === "in-force" ? 1 : 0);
        for (const { contractTerms, amendments } of around)
          expect({ contractTerms, amendments }).toEqual({
            contractTerms: contractOn(any, day).contractTerms,
            amendments: contractOn(any, day).amendments,
          });
      }),
    );
  });

  it("binds on the last day that it names, and not on the next", () => {
    fc.assert(
      fc.property(contract, dayFrom(-60, 800), (any, day) => {
        const until = bindsUntil(any, day);
        if (until === null) return;
        const bound = [until, addDaysToDay(until, 1)].map((each) => stateOn(any, each) === "in-force");
        expect(bound).toEqual([true, false]);
      }),
    );
  });

  it("never has its past changed by an amendment", () => {
    fc.assert(
      fc.property(contract, amendment, dayFrom(-60, 800), (any, added, day) => {
        const after = { ...any, content: { ...any.content, amendments: [...any.content.amendments, added] } };
        const effect = effectOf(added);
        if (effect === null || day < effect) expect(contractOn(after, day)).toEqual(contractOn(any, day));
        else expect(contractOn(after, day).amendments).toContain(added.id);
      }),
    );
  });

  it("is on every day as if an amendment entered by mistake had never been", () => {
    const withdrawn = { on: "2026-11-24", reason: "Celui d’un autre client" };
    fc.assert(
      fc.property(contract, amendment, dayFrom(-60, 800), (any, added, day) => {
        const amendments = [...any.content.amendments, { ...added, withdrawn }];
        expect(contractOn({ ...any, content: { ...any.content, amendments } }, day)).toEqual(
          contractOn(any, day),
        );
      }),
    );
  });

  it("binds nobody before its signature", () => {
    fc.assert(
      fc.property(contract, (any) => {
        const begins = beginningOf(any);
        if (begins !== null) expect(begins >= any.signedOn!).toBe(true);
      }),
    );
  });

  it("says the same when an amendment repeats what stood", () => {
    fc.assert(
      fc.property(contract, (any) => {
        const { deed: contractTerms } = any.content;
        expect(
          applied(contractTerms, { terms: contractTerms.terms, clauses: contractTerms.clauses }),
        ).toEqual(contractTerms);
      }),
    );
  });
});
