import type { PermissionReason } from "@/lib/domain/contact-permission/permission";
import { describe, expect, it } from "vitest";
import type { Territory } from "@/lib/domain/telephone-prospecting/territories";
import { findPerson } from "@/lib/features/choice/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign, makeCampaignGround } from "@/prisma/factories/campaign";
import { makeChoice } from "@/prisma/factories/choice";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { step } from "@/prisma/factories/instruction";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { findPermissions } from "./permissions";
import { findChoicesOf } from "./queries";

const database = await openDatabase();
/** A Friday at 10:30 in Paris. */
const NOW = new Date("2026-11-27T09:30:00Z");
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: NOW };

async function lookUp(contact: string, now = NOW.getTime()) {
  const { people } = valueOf(await findPerson(ctx, { contact, country: "FR" }));
  const { person, territory } = people[0]!;
  return withOrg(ctx.scope, async (tx) => {
    const rows = await findChoicesOf(tx, person);
    const asked = {
      org: ctx.scope.org,
      keys: [person],
      rows,
      now,
      territory: territory as Territory | "none",
    };
    return findPermissions(tx, asked);
  });
}

const reasonsOf = ({ reasons }: Awaited<ReturnType<typeof lookUp>>["permissions"][number]) =>
  reasons.map((one) => `${one.verdict} ${nameReason(one)}`);

function nameReason(one: PermissionReason): string {
  if (one.kind === "rule") return `${one.finding.rule} ${one.finding.reason}`;
  if (one.kind === "choice") return one.reason;
  if (one.kind === "campaign") return one.lack.reason;
  return one.kind === "pending" ? one.objection.reference : one.kind;
}

const agreed = { outcome: "allowed", on: "2026-10-01", source: "form", validUntil: "2027-09-30" };

describe("what may be done towards a person", () => {
  it("is a call within the hours, and none outside them, at the weekend or on Réunion's evening", async () => {
    const { id: controllerId } = await makeController(ctx);
    for (const number of ["0612345601", "+262692123401"])
      await makeChoice(ctx, { controllerId, number, ...agreed });
    const verdictAt = async (number: string, at: string) =>
      (await lookUp(number, Date.parse(at))).permissions.map(({ verdict }) => verdict);
    expect(await verdictAt("0612345601", "2026-11-27T09:30:00Z")).toEqual(["allowed"]);
    expect(await verdictAt("0612345601", "2026-11-27T12:30:00Z")).toEqual(["refused"]);
    expect(await verdictAt("0612345601", "2026-11-28T09:30:00Z")).toEqual(["refused"]);
    expect(await verdictAt("0612345601", "2026-11-27T18:30:00Z")).toEqual(["allowed"]);
    expect(await verdictAt("+262692123401", "2026-11-27T18:30:00Z")).toEqual(["refused"]);
  });

  it("is none at the times to which an objection is limited, and what was agreed before at every other", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const number = "0612345671";
    await makeChoice(ctx, { controllerId, number, ...agreed });
    const limited = { outcome: "refused", on: "2026-10-02", barredFrom: "00:00", barredUntil: "18:00" };
    await makeChoice(ctx, { controllerId, number, ...limited });
    const at = async (instant: string) =>
      reasonsOf((await lookUp(number, Date.parse(instant))).permissions[0]!)[0];
    expect(await at("2026-11-27T09:30:00Z")).toBe("refused objected");
    expect(await at("2026-11-27T17:30:00Z")).toBe("allowed agreed");
  });

  it("is none in the part of a named day that an objection names, and what was agreed at every other time", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const number = "0612345672";
    await makeChoice(ctx, { controllerId, number, ...agreed });
    const barredWindows = { d5: { from: "18:00", until: "00:00" } };
    await makeChoice(ctx, { controllerId, number, outcome: "refused", on: "2026-10-02", barredWindows });
    const at = async (instant: string) =>
      reasonsOf((await lookUp(number, Date.parse(instant))).permissions[0]!)[0];
    // A Friday before and after 18:00 in Paris, and the Thursday before.
    expect(await at("2026-11-27T16:59:00Z")).toBe("allowed agreed");
    expect(await at("2026-11-27T17:30:00Z")).toBe("refused objected");
    expect(await at("2026-11-26T17:30:00Z")).toBe("allowed agreed");
  });

  it("is none in both parts of a named day, and what was agreed between them", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const number = "0612345673";
    await makeChoice(ctx, { controllerId, number, ...agreed });
    const barredWindows = { d5: { from: "08:00", until: "10:30" }, d5b: { from: "18:00", until: "20:00" } };
    await makeChoice(ctx, { controllerId, number, outcome: "refused", on: "2026-10-02", barredWindows });
    const at = async (instant: string) =>
      reasonsOf((await lookUp(number, Date.parse(instant))).permissions[0]!)[0];
    expect(await at("2026-11-27T09:15:00Z")).toBe("refused objected");
    expect(await at("2026-11-27T09:30:00Z")).toBe("allowed agreed");
    expect(await at("2026-11-27T17:30:00Z")).toBe("refused objected");
    expect(await at("2026-11-26T17:30:00Z")).toBe("allowed agreed");
  });

  it("is a call outside the hours at the date and time that the person agreed to, and names it", async () => {
    const { id: controllerId } = await makeController(ctx);
    const number = "0612345605";
    await makeChoice(ctx, { controllerId, number, ...agreed });
    const appointment = { controllerId, number, act: "appointment", source: "form", proof: "RDV-1" };
    // A Saturday, at 18:30 in Paris.
    const when = { callOn: "2026-11-28", callTime: "18:30" };
    await makeChoice(ctx, { ...appointment, outcome: "allowed", on: "2026-11-20", ...when });
    const at = async (instant: string) => {
      const [first] = (await lookUp(number, Date.parse(instant))).permissions;
      return { verdict: first!.verdict, reasons: reasonsOf(first!), ahead: first!.appointments.length };
    };
    expect(await at("2026-11-28T17:40:00Z")).toMatchObject({
      verdict: "allowed",
      reasons: expect.arrayContaining(["allowed T5b hours-agreed"]),
      ahead: 1,
    });
    expect(await at("2026-11-28T18:10:00Z")).toMatchObject({ verdict: "refused", ahead: 0 });
    expect(await at("2026-11-28T17:20:00Z")).toMatchObject({ verdict: "refused", ahead: 1 });
    await makeChoice(ctx, { ...appointment, outcome: "withdrawn", on: "2026-11-21", ...when });
    expect(await at("2026-11-28T17:40:00Z")).toMatchObject({ verdict: "refused", ahead: 0 });
  });

  it("is no consent to be called where there is an appointment alone", async () => {
    const { id: controllerId } = await makeController(ctx);
    const stated = {
      controllerId,
      number: "0612345606",
      act: "appointment",
      outcome: "allowed",
      source: "form",
    };
    await makeChoice(ctx, { ...stated, on: "2026-11-20", callOn: "2026-11-27", callTime: "10:30" });
    const { permissions } = await lookUp("0612345606");
    expect(permissions.map(reasonsOf)).toEqual([["doubtful none", "allowed T5b hours-within"]]);
  });

  it("is of no French article where the number is of another country, within a campaign that calls it or without one", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "MA" });
    const { instruction, scriptId } = await makeCampaignGround(ctx, controllerId);
    const ground = { instructionId: instruction.id, scriptId };
    const days = { firstDay: "2026-11-02", lastDay: "2026-12-18" };
    const stated = { controllerId, ...ground, ...days, basis: "consent" };
    const moroccan = await makeCampaign(ctx, { ...stated, territories: [], countries: ["MA"] });
    const french = await makeCampaign(ctx, stated);
    await withOrg(ctx.scope, (tx) =>
      tx.campaign.updateMany({ where: { controllerId }, data: { state: "started" } }),
    );
    await makeChoice(ctx, {
      controllerId,
      number: "+212612345631",
      ...agreed,
      purpose: "Abonnement à la fibre",
    });
    const told = async (number: string, now?: number) =>
      (await lookUp(number, now)).permissions
        .filter((one) => one.controller.id === controllerId)
        .map((one) => [one.campaign?.id, one.verdict, ...reasonsOf(one)]);
    const sunday = Date.parse("2026-11-29T09:30:00Z");
    expect(await told("+212612345631", sunday)).toEqual([
      [undefined, "doubtful", "doubtful abroad", "allowed agreed"],
      [moroccan.id, "doubtful", "doubtful abroad", "allowed agreed"],
    ]);
    expect((await told("+33612345631")).map(([campaign]) => campaign)).toEqual([french.id]);
    await withOrg(ctx.scope, (tx) =>
      tx.campaign.updateMany({ where: { controllerId }, data: { state: "paused" } }),
    );
  });

  it("is no call or message of a campaign whose instruction was withdrawn, and none by another campaign's", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const { instruction, scriptId } = await makeCampaignGround(ctx, controllerId);
    const days = { firstDay: "2026-11-02", lastDay: "2026-12-18" };
    const stated = { controllerId, instructionId: instruction.id, ...days, writes: "yes" };
    const scripted = await makeCampaign(ctx, { ...stated, scriptId });
    // Made a moment later: campaigns of one instant come in the order of their ids, which is by chance.
    const unscripted = await makeCampaign({ ...ctx, now: new Date(ctx.now.getTime() + 1_000) }, stated);
    await withOrg(ctx.scope, (tx) =>
      tx.campaign.updateMany({ where: { controllerId }, data: { state: "started" } }),
    );
    const agreement = { controllerId, ...agreed, purpose: "Abonnement à la fibre", wording: "yes" };
    for (const act of ["telephone", "mail"])
      await makeChoice(ctx, { ...agreement, act, number: "0612345641" });
    const ofCampaigns = async () => {
      const { permissions } = await lookUp("0612345641");
      return permissions.flatMap((one) =>
        one.campaign
          ? [[one.campaign.id, one.act, ...one.reasons.flatMap((reason) => lackOf(reason))].join(" ")]
          : [],
      );
    };
    const lackOf = (one: PermissionReason) => (one.kind === "campaign" ? [nameReason(one)] : []);
    expect(await ofCampaigns()).toEqual([
      `${scripted.id} telephone`,
      `${scripted.id} mail`,
      `${unscripted.id} telephone script-none`,
      `${unscripted.id} mail`,
    ]);
    await step(ctx, instruction, "withdraw");
    const { permissions } = await lookUp("0612345641");
    expect(permissions.filter(({ campaign }) => campaign).map(({ verdict }) => verdict)).toEqual(
      Array.from({ length: 4 }, () => "refused"),
    );
    expect((await ofCampaigns())[1]).toBe(`${scripted.id} mail instruction-ended`);
    await withOrg(ctx.scope, (tx) =>
      tx.campaign.updateMany({ where: { controllerId }, data: { state: "paused" } }),
    );
  });

  it("is no fifth call in thirty days by our logs, until the last call that they tell of", async () => {
    const { id: controllerId } = await makeController(ctx);
    await makeChoice(ctx, { controllerId, number: "0612345611", ...agreed });
    const { id: campaign } = await makeCampaign(ctx, { controllerId, basis: "contract" });
    const call = (number: string, day: number) => `${number};2026-11-${10 + day} 10:30:00;NA;0123456789;`;
    await receiveLines(ctx, campaign, [
      ...[0, 1, 2, 3].map((day) => call("0612345611", day)),
      ...[0, 1, 2, 3].map((day) => call("0612345612", day)),
      call("0612345613", 6),
    ]);
    const { permissions } = await lookUp("0612345611");
    expect(permissions).toMatchObject([
      { verdict: "refused", attempts: { count: 4, loggedUntil: Date.parse("2026-11-16T09:30:00Z") } },
    ]);
    expect(permissions.map(reasonsOf)).toEqual([
      ["refused T6 attempts-exceeded", "allowed agreed", "allowed T5b hours-within"],
    ]);
    expect((await lookUp("0612345612")).permissions.map(reasonsOf)).toEqual([
      ["refused T6 attempts-exceeded", "doubtful none", "allowed T5b hours-within"],
    ]);
    expect((await lookUp("0612345613")).permissions).toMatchObject([
      { verdict: "doubtful", attempts: { count: 1 } },
    ]);
    await makeChoice(ctx, { controllerId, number: "0612345614", ...agreed });
    expect((await lookUp("0612345614")).permissions).toMatchObject([
      { verdict: "allowed", attempts: { count: 0 } },
    ]);
  });

  it("is nothing for any client while an objection waits for its own, until it is placed or set aside", async () => {
    const [one, other] = [(await makeController(ctx)).id, (await makeController(ctx)).id];
    for (const controllerId of [one, other])
      await makeChoice(ctx, { controllerId, number: "0612345621", ...agreed });
    const request = await makeRightsRequest(ctx, { contact: "+33 6 12 34 56 21", channel: "public-form" });
    const held = await lookUp("0612345621");
    expect(held.pending).toMatchObject([{ reference: request.reference }]);
    expect(held.permissions.map(({ verdict }) => verdict)).toEqual(["refused", "refused"]);
    expect(reasonsOf(held.permissions[0]!)[0]).toBe(`refused ${request.reference}`);
    await stepRightsRequest(ctx, request, "placed", { controllerId: one });
    const placed = await lookUp("0612345621");
    const verdicts = placed.permissions
      .filter(({ act }) => act === "telephone")
      .map(({ controller, verdict }) => [controller.id, verdict]);
    expect(new Map(verdicts as [string, string][])).toEqual(
      new Map([
        [one, "allowed"],
        [other, "allowed"],
      ]),
    );
  });

  it("is read of one's own organisation", async () => {
    const foreign = await makeOrganisation(database.ownerUrl);
    await makeRightsRequest(foreign, { contact: "+33 6 12 34 56 31" });
    expect(await lookUp("0612345631")).toEqual({ pending: [], permissions: [] });
  });
});
