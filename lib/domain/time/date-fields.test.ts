import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/**
 * Every day that a form or a file can say, and whether it may be to come. "past": what was signed, done, recorded or sent,
 * refused beside its field when it is ahead. "ahead": a term, an end, a review that is due, a day from which something
 * holds; pages say of it that it does not hold yet. "either": the day of an act whose kind decides (its lifecycle). "read":
 * chosen to be shown, not kept.
 */
const DATES: Record<string, Record<string, "past" | "ahead" | "either" | "read">> = {
  "domain/campaign/content.ts": { firstDay: "ahead", lastDay: "ahead" },
  "domain/consultation/content.ts": { firstDay: "ahead", lastDay: "ahead" },
  "domain/contract/content.ts": {
    endsOn: "ahead",
    scc914SignedOn: "past",
    tiaOn: "past",
    // Amendments are signed in the past or still under negotiation, and take effect on any day.
    signedOn: "past",
    effectiveOn: "ahead",
    on: "past",
  },
  "domain/dpo-work/content.ts": { dueOn: "ahead", nextReviewOn: "ahead", publishedOn: "past" },
  "domain/processing-record/content.ts": {
    signedOn: "past",
    assessedOn: "past",
    reviewedOn: "past",
    startsOn: "ahead",
    endsOn: "ahead",
    reviewDueOn: "ahead",
  },
  "domain/public-page/content.ts": { until: "ahead" },
  "domain/sub-processor/content.ts": {
    startsOn: "ahead",
    endsOn: "ahead",
    validUntil: "ahead",
    checkedOn: "past",
    signedOn: "past",
  },
  "domain/transfer/content.ts": { signedOn: "past", assessedOn: "past", nextReviewOn: "ahead" },
  "features/assignment/schema.ts": { untilOn: "ahead" },
  "features/authorisation/schema.ts": { on: "past" },
  "features/breach-notice/schema.ts": { day: "past", at: "past" },
  "features/breach/schema.ts": { on: "past", untilOn: "past" },
  "features/call-script/schema.ts": { on: "past" },
  "features/call-log/schema.ts": { on: "past", storedUntil: "ahead" },
  "features/campaign/schema.ts": { scrubbedOn: "past" },
  "features/choice/schema.ts": {
    on: "past",
    validUntil: "ahead",
    day: "ahead",
    callOn: "ahead",
    born: "past",
    authorisedOn: "past",
  },
  "features/contract-end/schema.ts": { on: "past", purgeOn: "ahead", untilOn: "ahead" },
  "features/contract-export/schema.ts": {
    signedOn: "past",
    noticeGivenOn: "past",
    endedOn: "past",
    effectiveOn: "ahead",
    from: "ahead",
    until: "ahead",
  },
  "features/contract/schema.ts": {
    signedOn: "past",
    effectiveOn: "ahead",
    from: "ahead",
    until: "ahead",
  },
  "features/dossier/schema.ts": { on: "read" },
  "features/dpo-work/schema.ts": { on: "past", nextOn: "ahead" },
  "features/export/schema.ts": { on: "read" },
  "features/grant/schema.ts": { from: "ahead", on: "read", until: "ahead" },
  "features/import/schema.ts": { on: "past" },
  "features/holiday/schema.ts": { announcedOn: "past", days: "either" },
  "features/instruction/schema.ts": { receivedOn: "past", effectiveOn: "ahead", on: "past" },
  "features/journal/schema.ts": { day: "read" },
  "features/measure/schema.ts": { since: "past", reviewOn: "ahead" },
  "features/member/schema.ts": { fromOn: "ahead", untilOn: "ahead" },
  "features/minor/schema.ts": { born: "read", on: "read" },
  "features/organisation/schema.ts": {
    euRepresentativeMandateOn: "past",
    turnoverRateOn: "past",
    turnoverYearEnd: "past",
  },
  "features/outbox/schema.ts": { on: "past" },
  "features/processing-record/schema.ts": {
    signedOn: "past",
    assessedOn: "past",
    reviewedOn: "past",
    on: "past",
    startsOn: "ahead",
    endsOn: "ahead",
    reviewDueOn: "ahead",
  },
  "features/register-import/schema.ts": {
    clausesSignedOn: "past",
    signedOn: "past",
    assessedOn: "past",
    stateSince: "past",
    asOf: "read",
  },
  "features/portal-rights-request/schema.ts": { answeredOn: "past", receivedOn: "past" },
  "features/rights-request/schema.ts": { on: "past" },
  "features/telephone/schema.ts": {
    on: "read",
    beside: "read",
    consentUntil: "read",
    refusedOn: "read",
    objectedOn: "read",
    consentOn: "read",
    withdrawnOn: "read",
    callBackOn: "read",
    scrubbedOn: "read",
  },
  // The event of any document's life.
  "forms/typed-fields.ts": { on: "either" },
};

const LIB = join(import.meta.dirname, "../..");

/** A field whose value a reader of days reads, in whichever way its schema names it. */
const FIELD =
  /\b(\w+): [^:\n]*?\b(?:day|wholeDay|knownDate|optionalDate|optionalDay|partialDate|isCalendarDay|z\.iso\.date)\b/g;

function datesIn(file: string): string[] {
  const lines = readFileSync(join(LIB, file), "utf8").split("\n");
  const source = lines.filter((line) => !/^\s*(?:const |\/\/|\/?\*)/.test(line)).join("\n");
  return [...source.matchAll(FIELD), ...source.matchAll(/\b(on): z\./g)].map(([, field]) => field!);
}

it("decides of every day that can be said whether it may be to come", () => {
  const files = readdirSync(LIB, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      /^(features\/[^/]+\/schema|domain\/[^/]+\/content|forms\/typed-fields)\.ts$/.test(file) &&
      !file.startsWith("generated"),
  );
  expect(files.length).toBeGreaterThan(20);
  const found = files.map((file) => [file, [...new Set(datesIn(file))].sort()] as const);
  const decided = Object.entries(DATES).map(([file, dates]) => [file, Object.keys(dates).sort()]);
  expect(Object.fromEntries(found.filter(([, dates]) => dates.length > 0))).toEqual(
    Object.fromEntries(decided),
  );
});
