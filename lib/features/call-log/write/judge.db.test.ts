import { describe, expect, it } from "vitest";
import type { FindingGroup, Week } from "@/lib/domain/call-log/tally";
import { receiveLines, judgeAs } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeChoice } from "@/prisma/factories/choice";
import { makeCollection, makeConsentFile } from "@/prisma/factories/consent";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { recordScrub } from "@/lib/features/campaign/write/scrub";
import { withOrg } from "@/lib/platform/database/transaction";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

async function campaignOf(stated: Record<string, unknown> = {}) {
  const controllerId = (await makeController(ctx)).id;
  const { id } = await makeCampaign(ctx, { controllerId, basis: "contract", ...stated });
  return { controllerId, id };
}

const latest = (log: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.callLogJudgement.findFirstOrThrow({ where: { logId: log }, orderBy: { id: "desc" } }),
  );

/** Lists rule, reason and number of calls of what was found broken. */
async function brokenIn(log: string): Promise<[string, string, number][]> {
  const { findings } = await latest(log);
  const { groups } = findings as { groups: FindingGroup[]; weeks: Week[] };
  return groups
    .filter(({ verdict }) => verdict === "broken")
    .map(({ rule, reason, calls }): [string, string, number] => [rule, reason, calls])
    .sort();
}

const judged = async (campaign: string, lines: readonly string[]) => {
  const log = await receiveLines(ctx, campaign, lines);
  await judgeAs(ctx, log);
  return log;
};
const line = (number: string, at: string, status = "ANSWERED", shown = "0123456789") =>
  `${number};${at};${status};${shown};`;

describe("judgeOneLog", () => {
  it("finds hours, a masked number and the days of each law", async () => {
    const { id } = await campaignOf();
    const log = await judged(id, [
      line("0612000001", "2026-08-18 10:30:00"),
      line("0612000002", "2026-08-18 21:30:00"),
      line("0612000003", "2026-08-22 10:30:00"),
      line("0612000004", "2026-08-18 10:31:00", "ANSWERED", "anonymous"),
    ]);
    expect(await brokenIn(log)).toEqual([
      ["T4", "number-masked", 1],
      ["T5b", "hours-outside", 1],
      ["T5b", "hours-weekend", 1],
    ]);
    const row = await latest(log);
    expect(row).toMatchObject({ calls: 4, broken: 3, cause: "read", notPlaced: 0 });
  });

  it("lets a call outside the hours keep an appointment, and no other call", async () => {
    const { id, controllerId } = await campaignOf();
    const appointment = { controllerId, act: "appointment", outcome: "allowed", source: "form" };
    const when = { callOn: "2026-08-22", callTime: "19:30" };
    await makeChoice(ctx, { ...appointment, number: "0612000041", on: "2026-08-20", ...when });
    // Agreed after the call.
    await makeChoice(ctx, {
      ...appointment,
      number: "0612000042",
      on: "2026-08-22",
      time: "19:45",
      ...when,
      callTime: "21:00",
    });
    const log = await judged(id, [
      line("0612000041", "2026-08-22 19:40:00"),
      line("0612000041", "2026-08-22 20:10:00"),
      line("0612000042", "2026-08-22 19:41:00"),
    ]);
    expect(await brokenIn(log)).toEqual([["T5b", "hours-weekend", 2]]);
  });

  it("takes an agreed call for the request that R223-4 asks of a sector that may not call", async () => {
    const energy = { sector: "housing-energy", basis: "call-back", product: "Pompe à chaleur" };
    const { id, controllerId } = await campaignOf(energy);
    const appointment = { controllerId, act: "appointment", outcome: "allowed", source: "form" };
    const when = { on: "2026-08-20", callOn: "2026-08-25", callTime: "15:00" };
    const object = { purpose: "Pompe à chaleur" };
    await makeChoice(ctx, { ...appointment, ...when, ...object, number: "0612000061" });
    // Agreed about nothing named, and too long before: five days of work, R223-4.
    await makeChoice(ctx, { ...appointment, ...when, number: "0612000062" });
    await makeChoice(ctx, { ...appointment, ...when, ...object, on: "2026-08-17", number: "0612000063" });
    const numbers = ["0612000061", "0612000062", "0612000063", "0612000064"];
    const log = await judged(
      id,
      numbers.map((number) => line(number, "2026-08-25 15:05:00")),
    );
    const { findings } = await latest(log);
    const { groups } = findings as { groups: FindingGroup[] };
    const ofRule = groups.filter(({ rule }) => rule === "T12").map(({ reason, calls }) => [reason, calls]);
    expect(ofRule.sort()).toEqual([
      ["call-back-contested", 1],
      ["call-back-details", 1],
      ["call-back-late", 1],
      ["call-back-unknown", 1],
    ]);
  });

  it("judges calls to another country by no French article, and those overseas by the clock of their number", async () => {
    const { id, controllerId } = await campaignOf({ basis: "consent", countries: ["MA"] });
    await makeChoice(ctx, { controllerId, number: "+212612000073", on: "2026-08-01" });
    const night = "2026-08-18 21:30:00";
    const log = await judged(id, [
      line("+212612000071", night),
      line("+212612000073", night),
      line("+32478123456", night),
      // 20:30 in Réunion.
      line("+262692000071", "2026-08-18 18:30:00"),
    ]);
    const { findings, broken } = await latest(log);
    const { groups } = findings as { groups: FindingGroup[] };
    const found = groups
      .filter(({ rule }) => rule === "foreign-law" || rule === "territory" || rule === "T5b")
      .map(({ rule, verdict, reason, country, article, calls }) =>
        [rule, verdict, reason, country, article, calls].join(" "),
      );
    expect(found.sort()).toEqual([
      "T5b broken hours-outside  D223-9 ; L3133-1 1",
      "foreign-law broken foreign-objection MA 21(2)–(3) RGPD 1",
      "foreign-law doubt foreign-law BE  1",
      "foreign-law doubt foreign-law-MA MA loi 09-08, art. 10 2",
      "territory doubt territory-outside BE 28(3)(a) 1",
      "territory doubt territory-outside RE 28(3)(a) 1",
    ]);
    expect(broken).toBe(2);
  });

  it("knows objections that wait for their controller, until they are found to be nobody's", async () => {
    const { id } = await campaignOf();
    const request = await makeRightsRequest(ctx, { contact: "+33 6 12 00 00 51", channel: "public-form" });
    const log = await judged(id, [
      line("0612000051", "2026-08-18 10:30:00"),
      line("0612000052", "2026-08-18 10:30:00"),
    ]);
    expect(await brokenIn(log)).toEqual([["G21", "objection-stands", 1]]);
    await stepRightsRequest(ctx, request, "not-ours", { cause: "no-request" });
    expect(await brokenIn(await judged(id, [line("0612000051", "2026-08-19 10:30:00")]))).toEqual([]);
  });

  it("counts attempts of one professional in thirty calendar days of Paris, across logs and campaigns", async () => {
    const { id, controllerId } = await campaignOf();
    const other = await makeCampaign(ctx, { controllerId, basis: "contract", title: "Autre" });
    const number = "0613000001";
    const first = await judged(id, [
      line(number, "2026-08-18 10:30:00"),
      line(number, "2026-08-19 10:30:00", "NO ANSWER"),
      // Never left the dialler: no attempt.
      line(number, "2026-08-19 11:30:00", "DNCL"),
      line(number, "2026-08-20 10:30:00"),
    ]);
    expect(await brokenIn(first)).toEqual([]);
    const second = await judged(other.id, [
      line(number, "2026-08-21 10:30:00"),
      line(number, "2026-09-16 10:30:00"),
      line(number, "2026-09-17 10:30:00"),
    ]);
    // The fourth of 16 September has four before it; on the 17th the one of 18 August has left the thirty days.
    expect(await brokenIn(second)).toEqual([["T6", "attempts-exceeded", 2]]);
    const later = await judged(other.id, [line(number, "2026-10-16 10:30:00")]);
    expect(await brokenIn(later)).toEqual([]);
  });

  it("does not count for another professional", async () => {
    const [one, two] = [await campaignOf(), await campaignOf()];
    const number = "0613000002";
    await judged(
      one.id,
      ["18", "19", "20", "21"].map((day) => line(number, `2026-08-${day} 10:30:00`)),
    );
    expect(await brokenIn(await judged(two.id, [line(number, "2026-08-24 10:30:00")]))).toEqual([]);
  });

  it("judges later logs anew when an older one arrives", async () => {
    const { id } = await campaignOf();
    const number = "0613000003";
    const later = await judged(id, [line(number, "2026-08-24 10:30:00")]);
    expect(await brokenIn(later)).toEqual([]);
    await judged(
      id,
      ["18", "19", "20", "21"].map((day) => line(number, `2026-08-${day} 10:30:00`)),
    );
    expect(await judgeAs(ctx, later)).toBe("judged");
    expect(await brokenIn(later)).toEqual([["T6", "attempts-exceeded", 1]]);
    expect((await latest(later)).cause).toBe("older-log");
  });

  it("judges a log anew where an older one arrives while it is judged", async () => {
    const { id } = await campaignOf();
    const number = "0613000004";
    const later = await receiveLines(ctx, id, [line(number, "2026-08-24 10:30:00")]);
    const elsewhere = { state: "judging", leasedUntil: new Date(ctx.now.getTime() + 60_000) };
    await withOrg(ctx.scope, (tx) => tx.callLog.updateMany({ where: { id: later }, data: elsewhere }));
    await judged(
      id,
      ["18", "19", "20", "21"].map((day) => line(number, `2026-08-${day} 10:30:00`)),
    );
    expect(await judgeAs(ctx, later)).toBe("judged");
    expect(await brokenIn(later)).toEqual([["T6", "attempts-exceeded", 1]]);
  });

  it("finds calls after a refusal on the telephone, and after an objection in the register of choices", async () => {
    const { id, controllerId } = await campaignOf();
    const written = { controllerId, number: "0614000004", source: "letter" };
    await makeChoice(ctx, { ...written, on: "2026-08-01", time: "10:00" });
    await makeChoice(ctx, { controllerId, number: "0614000002", on: "2026-08-01", time: "10:00" });
    const log = await judged(id, [
      line("0614000001", "2026-08-18 10:30:00", "NI"),
      line("0614000001", "2026-08-19 10:30:00"),
      line("0614000002", "2026-08-18 10:31:00"),
      line("0614000003", "2026-08-18 10:32:00", "DNC"),
      line("0614000003", "2026-08-20 10:32:00"),
      line("0614000004", "2026-08-18 10:33:00"),
    ]);
    expect(await brokenIn(log)).toEqual([
      ["G21", "objection-stands", 3],
      ["T13", "refusal-stands", 3],
    ]);
  });

  it("finds calls without consent, withdrawn or expired, by the register of choices at the instant", async () => {
    const { id, controllerId } = await campaignOf({ basis: "consent" });
    const agreed = {
      controllerId,
      outcome: "allowed",
      on: "2026-08-12",
      time: "09:00",
      validUntil: "2026-09-30",
    };
    await makeChoice(ctx, { ...agreed, number: "0615000001" });
    await makeChoice(ctx, { ...agreed, number: "0615000002" });
    const withdrawn = {
      controllerId,
      outcome: "withdrawn",
      number: "0615000002",
      on: "2026-08-19",
      time: "09:00",
    };
    await makeChoice(ctx, withdrawn);
    const log = await judged(id, [
      line("0615000001", "2026-08-18 10:30:00"),
      line("0615000001", "2026-10-01 10:30:00"),
      line("0615000002", "2026-08-18 10:30:00"),
      line("0615000002", "2026-08-20 10:30:00"),
      line("0615000003", "2026-08-18 10:30:00"),
      // Consent was not yet the rule.
      line("0615000003", "2026-08-10 10:30:00"),
    ]);
    expect(await brokenIn(log)).toEqual([
      ["T9", "consent-expired", 1],
      ["T9", "consent-none", 1],
      ["T9", "consent-withdrawn", 1],
    ]);
  });

  it("knows what the wording of a consent held, for the campaign's product alone", async () => {
    const { id, controllerId } = await campaignOf({ basis: "consent", product: "Fibre" });
    const whole = await makeCollection(ctx, { controllerId, purpose: "Fibre" });
    const silent = await makeCollection(ctx, {
      controllerId,
      purpose: "Fibre",
      title: "Ancien",
      withdrawal: "no",
    });
    const other = await makeCollection(ctx, { controllerId, purpose: "Assurance", title: "Autre" });
    const files = [whole, silent, other].map(({ id: collection }, at) =>
      makeConsentFile(ctx, collection, [`061800000${at + 1};2026-08-12;2026-12-31;F-${at}`]),
    );
    await Promise.all(files);
    const log = await judged(
      id,
      [1, 2, 3].map((last) => line(`061800000${last}`, "2026-08-18 10:30:00")),
    );
    expect(await brokenIn(log)).toEqual([
      ["T11", "consent-withdrawal-missing", 1],
      ["T9", "consent-none", 1],
    ]);
    expect((await latest(log)).doubted).toBe(0);
  });

  it("knows when the list was scrubbed, and nothing of a campaign without a recorded scrub", async () => {
    const calls = (last: string) => [
      line(`061900000${last}`, "2026-07-20 10:30:00"),
      line(`061900001${last}`, "2026-08-10 10:30:00"),
    ];
    const silent = await campaignOf({ basis: "opposition-list" });
    expect(await brokenIn(await judged(silent.id, calls("1")))).toEqual([]);
    const { id } = await campaignOf({ basis: "opposition-list" });
    valueOf(await recordScrub(ctx, { id, scrubbedOn: "2026-07-03", fileCount: 2, certificate: "C-1" }));
    expect(await brokenIn(await judged(id, calls("2")))).toEqual([["T1", "bloctel-scrub-old", 1]]);
  });

  it("doubts what nobody knows: the outcome of an earlier call, an agreement where none was ever recorded", async () => {
    const { id } = await campaignOf({ basis: "consent" });
    const log = await judged(id, [
      line("0616000001", "2026-08-18 10:30:00", "RAPPEL"),
      line("0616000001", "2026-08-19 10:30:00"),
    ]);
    const { findings } = await latest(log);
    const doubts = (findings as { groups: FindingGroup[] }).groups.map(({ rule, reason, calls }) => [
      rule,
      reason,
      calls,
    ]);
    expect(doubts).toContainEqual(["T13", "refusal-unknown", 1]);
    expect(doubts).toContainEqual(["T9", "consent-unknown", 2]);
  });

  it("is done once by two processes, and by the next when one has died", async () => {
    const { id } = await campaignOf();
    const log = await receiveLines(ctx, id, [line("0617000001", "2026-08-18 10:30:00")]);
    const outcomes = await Promise.all([judgeAs(ctx, log), judgeAs(ctx, log)]);
    expect(outcomes.sort()).toEqual(["judged", "taken"]);
    const dead = { state: "judging", leasedUntil: new Date(ctx.now.getTime() - 1) };
    await withOrg(ctx.scope, (tx) => tx.callLog.updateMany({ where: { id: log }, data: dead }));
    expect(await judgeAs(ctx, log)).toBe("judged");
  });
});
