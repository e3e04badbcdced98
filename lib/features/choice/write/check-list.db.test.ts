import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign, makeCampaignGround } from "@/prisma/factories/campaign";
import { makeChoice, makeListCheck } from "@/prisma/factories/choice";
import { makeCollection, makeConsentFile } from "@/prisma/factories/consent";
import { step } from "@/prisma/factories/instruction";
import { mergeInto } from "@/prisma/factories/merge";
import { as, makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { withOrg } from "@/lib/platform/database/transaction";
import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { saveHouseRule } from "@/lib/features/telephone/write/house";
import { findChecks } from "@/lib/features/choice/read/checks";
import { listCheckSchema, listFormSchema } from "@/lib/features/choice/schema";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { checkList, exportCheckedList } from "./check-list";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let controllerId: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date("2026-11-27T09:00:00Z") };
});
beforeEach(async () => {
  controllerId = (await makeController(ctx)).id;
});
afterAll(() => database.drop());

const asked = (stated: object = {}) => ({
  controllerId,
  act: "telephone",
  purpose: "",
  country: "",
  day: "2026-11-27",
  ...stated,
});

/** The list as it comes back: one array of cells a line. */
async function answered(text: string, stated: object = {}) {
  const form = listFormSchema.parse({ ...asked(stated), language: "en", file: new File([text], "list.csv") });
  const { body, location } = valueOf(await exportCheckedList(ctx, "own", form));
  const written = await new Response(body).text();
  return { location, lines: written.trimEnd().split("\r\n") };
}

describe("a list", () => {
  it("asks of every number of a line, with its country code, and leaves a cell with words open", async () => {
    await makeChoice(ctx, { controllerId, number: "0698765432", on: "2019-01-05", outcome: "refused" });
    await makeChoice(ctx, { controllerId, number: "+212661234567", on: "2019-01-05", outcome: "refused" });
    const { lines } = await answered(
      [
        "Indicatif;Téléphone fixe;Mobile",
        ";01 45 67 89 01;06 98 76 54 32",
        "212;;661234567",
        ";;0698765432 (décédée)",
      ].join("\n"),
    );
    expect(lines.slice(1).map((line) => line.split(";")[3])).toEqual(["refused", "refused", "unknown"]);
  });

  it("comes back line by line with its answers, whatever a line holds", async () => {
    const collection = await makeCollection(ctx, { controllerId });
    await makeConsentFile(ctx, collection.id, ["0612345678;01/10/2026;30/09/2027;FORM-1"]);
    await makeChoice(ctx, { controllerId, number: "0698765432", on: "2019-01-05", outcome: "refused" });
    const { lines } = await answered(
      [
        ...[
          "nom;téléphone",
          "A;06 12 34 56 78",
          "B;+33698765432",
          "",
          "C;0611223344",
          "D;zéro six",
          "E;",
          "F",
        ],
        'G;"+33 (0)6 12 34 56 78";extra',
      ].join("\n"),
    );
    expect(lines).toEqual([
      "nom;téléphone;Answer;Reason",
      "A;06 12 34 56 78;allowed;agreement in force",
      "B;0033698765432;refused;the person objects to calls, art. 21(2)",
      "C;0611223344;unknown;no choice known",
      "D;zéro six;unknown;no number, and no address that serves here",
      "E;;unknown;line without a number or address",
      "F;;unknown;line without a number or address",
      "G;0033 (0)6 12 34 56 78;allowed;agreement in force;extra",
    ]);
  });

  it("refuses who was called four times in thirty days by our logs, the house's number, and no other", async () => {
    const collection = await makeCollection(ctx, { controllerId });
    const consent = (number: string) => `${number};01/10/2026;30/09/2027;FORM-1`;
    const numbers = ["0612345601", "0612345602", "0612345603", "0612345604"];
    await makeConsentFile(ctx, collection.id, numbers.map(consent));
    const { id: campaign } = await makeCampaign(ctx, { controllerId, basis: "contract" });
    const call = (number: string, day: string, code = "NA") =>
      `${number};2026-${day} 10:30:00;${code};0123456789;`;
    await receiveLines(ctx, campaign, [
      ...["10-29", "11-03", "11-04", "11-05"].map((day) => call("0612345601", day)),
      ...["10-28", "11-03", "11-04", "11-05"].map((day) => call("0612345602", day)),
      ...["11-03", "11-04", "11-05"].map((day) => call("0612345603", day)),
      call("0612345603", "11-06", "CHANUNAVAIL"),
    ]);
    const other = (await makeController(ctx)).id;
    const { id: foreign } = await makeCampaign(ctx, { controllerId: other, basis: "contract" });
    await receiveLines(
      ctx,
      foreign,
      ["11-09", "11-10", "11-11", "11-12"].map((day) => call("0612345604", day)),
    );
    const reasons = async (stated = {}) =>
      (await answered(["numéro", ...numbers].join("\n"), stated)).lines
        .slice(1)
        .map((line) => line.split(";")[1]);
    expect(await reasons()).toEqual(["refused", "allowed", "allowed", "allowed"]);
    expect(await reasons({ day: "2026-11-30" })).toEqual(["allowed", "allowed", "allowed", "allowed"]);
    valueOf(await saveHouseRule(ctx, houseRuleSchema.parse({ version: 0, attempts: 3, reason: "Prudence" })));
    expect(await reasons()).toEqual(["refused", "refused", "refused", "allowed"]);
  });

  it("reads numbers without a code by the client's country, and asks for one where it is unknown", async () => {
    const moroccan = (await makeController(ctx, { country: "MA" })).id;
    const unknown = (await makeController(ctx, { country: "" })).id;
    await makeChoice(ctx, { controllerId: moroccan, number: "06 12 34 56 21" });
    const list = ["numéro", "0612345621", "+212612345621", "+33612345621"].join("\n");
    const reasons = async (stated: object) =>
      (await answered(list, stated)).lines.slice(1).map((line) => line.split(";")[2]);
    const [objects, none] = ["the person objects to calls, art. 21(2)", "no choice known"];
    const abroad = "number of another country than France, whose law is not judged here";
    expect(await reasons({ controllerId: moroccan })).toEqual([objects, objects, none]);
    expect(await reasons({})).toEqual([none, none, none]);
    await expect(reasons({ controllerId: unknown })).rejects.toThrow("ambiguousNumbers");
    expect(await reasons({ controllerId: unknown, numberCountry: "FR" })).toEqual([none, none, none]);
    // An agreement allows no call whose law nobody judged, as the look-up says.
    await makeChoice(ctx, { controllerId, number: "+212612345621", outcome: "allowed" });
    expect(await reasons({})).toEqual([none, abroad, none]);
  });

  it("asks once of which country numbers are that the client's country and its campaigns' have, and guesses none", async () => {
    const moroccan = (await makeController(ctx, { country: "MA" })).id;
    const list = ["numéro", "0692123421", "+33612345621"].join("\n");
    const answers = async (stated: object) =>
      (await answered(list, { controllerId: moroccan, ...stated })).lines
        .slice(1)
        .map((one) => one.split(";")[2]);
    await makeChoice(ctx, { controllerId: moroccan, number: "+212692123421", outcome: "allowed" });
    const abroad = "number of another country than France, whose law is not judged here";
    expect(await answers({})).toEqual([abroad, "no choice known"]);
    await makeCampaign(ctx, { controllerId: moroccan, territories: ["RE"] });
    await expect(answers({})).rejects.toThrow('"path":"numberCountry","key":"ambiguousNumbers"');
    expect(await answers({ numberCountry: "MA" })).toEqual([abroad, "no choice known"]);
    expect(await answers({ numberCountry: "FR" })).toEqual(["no choice known", "no choice known"]);
  });

  it("to call is refused while every campaign that runs for the client may not call, and no longer once one may", async () => {
    const { instruction, scriptId } = await makeCampaignGround(ctx, controllerId);
    await makeChoice(ctx, {
      controllerId,
      number: "0612345651",
      outcome: "allowed",
      validUntil: "2027-01-05",
    });
    const days = { firstDay: "2026-11-02", lastDay: "2026-12-18" };
    const started = async (stated: object) => {
      const { id } = await makeCampaign(ctx, { controllerId, scriptId, ...days, ...stated });
      await withOrg(ctx.scope, (tx) => tx.campaign.updateMany({ where: { id }, data: { state: "started" } }));
    };
    const answerOn = async (day: string) =>
      (await answered("numéro\n0612345651", { day })).lines[1]?.split(";").slice(1).join(": ").split(" (")[0];
    await started({ instructionId: instruction.id });
    expect(await answerOn("2026-11-27")).toBe("allowed: agreement in force");
    await step(ctx, instruction, "withdraw");
    expect(await answerOn("2026-11-27")).toBe(
      "refused: no running campaign for this client may call or write that day",
    );
    // A day on which none of them runs.
    expect(await answerOn("2026-12-21")).toBe("allowed: agreement in force");
    const next = await makeCampaignGround(ctx, controllerId);
    await started({ instructionId: next.instruction.id });
    expect(await answerOn("2026-11-27")).toBe("allowed: agreement in force");
  });

  it("to write to under a campaign is judged by its sale, condition by condition, and never against a refusal", async () => {
    const mail = { controllerId, act: "mail", source: "email" };
    await makeChoice(ctx, {
      ...mail,
      number: "agreed@personne.example",
      outcome: "allowed",
      validUntil: "2027-10-01",
    });
    await makeChoice(ctx, { ...mail, number: "refused@personne.example" });
    const list = ["courriel", "agreed@personne.example", "refused@personne.example", "new@personne.example"];
    const { instruction } = await makeCampaignGround(ctx, controllerId);
    const sale = { saleOwn: "yes", saleSimilar: "yes", saleCollected: "yes", saleRefusalThen: "yes" };
    const campaignOf = (stated: object) =>
      makeCampaign(ctx, {
        controllerId,
        instructionId: instruction.id,
        basis: "contract",
        product: "",
        writes: "yes",
        ...stated,
      });
    const answersUnder = async ({ id }: { id: string }) => {
      const { lines } = await answered(list.join("\n"), { act: "mail", campaignId: id });
      return lines.slice(1).map((line) => line.split(";").slice(1).join(": "));
    };
    const answersOf = async (stated: object) => answersUnder(await campaignOf(stated));
    const [agreed, refused] = ["allowed: agreement in force", "refused: the person refuses"];
    const lacks = (what: string) => `refused: no consent, and a condition of the sale is ${what}, L34-5`;
    expect(await answersOf({ ...sale, saleRefusalEach: "yes" })).toEqual([
      ...[agreed, refused, "allowed: message allowed by the sale of the campaign, L34-5"],
    ]);
    expect(await answersOf({ ...sale, saleRefusalEach: "no" })).toEqual([agreed, refused, lacks("not met")]);
    expect(await answersOf(sale)).toEqual([agreed, refused, lacks("unknown")]);
    expect(await answersOf({ basis: "consent", product: "Abonnement à la fibre" })).toEqual([
      ...[agreed, refused, "refused: no consent to receive messages, L34-5"],
    ]);
    const sold = await campaignOf({ ...sale, saleRefusalEach: "yes" });
    await expect(answersOf({ writes: "no" })).rejects.toThrow('"path":"campaignId","key":"campaign"');
    await step(ctx, instruction, "withdraw");
    const barred = "refused: no running campaign for this client may call or write that day";
    const answers = await answersUnder(sold);
    expect(answers.map((line) => line.split(" (")[0])).toEqual([barred, refused, barred]);
  });

  it("refuses a day without calling hours, and who objected while nobody knows to which client", async () => {
    const collection = await makeCollection(ctx, { controllerId });
    const consent = (number: string) => `${number};01/10/2026;30/09/2027;FORM-1`;
    await makeConsentFile(ctx, collection.id, ["0612345611", "+262692123411"].map(consent));
    await makeRightsRequest(ctx, { contact: "+262 692 12 34 11", channel: "public-form" });
    const list = ["numéro", "0612345611", "+262692123411"].join("\n");
    const linesOf = async (day: string) => (await answered(list, { day })).lines.slice(1);
    expect(await linesOf("2026-11-27")).toEqual([
      "0612345611;allowed;agreement in force",
      "00262692123411;refused;objection or withdrawal that waits for its client, art. 7(3), 21(3)",
    ]);
    // A Saturday, a Sunday and the first of January.
    for (const day of ["2026-11-28", "2026-11-29", "2027-01-01"])
      expect((await linesOf(day))[0]).toBe(
        "0612345611;refused;day without calling hours, D223-9 or house rule",
      );
  });

  it("names who refuses some hours of that day, and refuses who does so all day", async () => {
    const limit = (number: string, stated: object) =>
      makeChoice(ctx, { controllerId, number, on: "2026-01-05", outcome: "refused", ...stated });
    await limit("0612345621", { barredFrom: "00:00", barredUntil: "18:00" });
    await limit("0612345622", { barredLastDay: "2026-11-27" });
    await limit("0612345623", { barredLastDay: "2026-11-26" });
    await limit("0612345624", { barredWindows: { d5: { from: "18:00", until: "00:00" } } });
    await limit("0612345625", { barredWindows: { d1: { from: "18:00", until: "00:00" } } });
    // Two parts that leave some of Friday, and two that fill it.
    const morning = { from: "00:00", until: "12:00" };
    await limit("0612345626", { barredWindows: { d5: morning, d5b: { from: "18:00", until: "20:00" } } });
    await limit("0612345627", { barredWindows: { d5: morning, d5b: { from: "12:00", until: "00:00" } } });
    const numbers = [1, 2, 3, 4, 5, 6, 7].map((last) => `061234562${last}`);
    // 27 November 2026 is a Friday.
    const { lines } = await answered(["numéro", ...numbers].join("\n"), { day: "2026-11-27" });
    expect(lines.slice(1)).toEqual([
      "0612345621;unknown;refused at some hours of that day: look the number up before calling",
      "0612345622;refused;the person objects to calls, art. 21(2)",
      "0612345623;unknown;no choice known",
      "0612345624;unknown;refused at some hours of that day: look the number up before calling",
      "0612345625;unknown;no choice known",
      "0612345626;unknown;refused at some hours of that day: look the number up before calling",
      "0612345627;refused;the person objects to calls, art. 21(2)",
    ]);
  });

  it("to write to is looked up by address, by number, and by both as one person", async () => {
    const mail = { controllerId, act: "mail", source: "email" };
    await makeChoice(ctx, { ...mail, number: "Odile@personne.example" });
    await makeChoice(ctx, { ...mail, number: "0612345678" });
    await makeChoice(ctx, { ...mail, number: "agnes@personne.example", outcome: "allowed" });
    const { lines } = await answered(
      [
        ...[
          "téléphone;courriel",
          ";odile@PERSONNE.example",
          "0612345678;",
          "0612345678;agnes@personne.example",
        ],
        ...["0611223344;odile@personne.example", ";agnes@personne.example", ";zoe@personne.example", ";zoé"],
      ].join("\n"),
      { act: "mail" },
    );
    expect(lines.slice(1).map((line) => line.split(";").slice(2).join(" "))).toEqual([
      "refused the person refuses",
      "refused the person refuses",
      "refused the person refuses",
      "refused the person refuses",
      "allowed agreement in force",
      "unknown no choice known",
      "unknown no number, and no address that serves here",
    ]);
    const { lines: alone } = await answered("odile@personne.example\nzoe@personne.example\n", {
      act: "mail",
    });
    expect(alone.map((line) => line.split(";")[1])).toEqual(["Answer", "refused", "unknown"]);
  });

  it("may be of numbers alone, and may itself be an answer that came back", async () => {
    await makeChoice(ctx, { controllerId, number: "0612345678" });
    const first = await answered("+33612345678\n0611223344\n");
    expect(first.lines).toEqual([
      "Number or address;Answer;Reason",
      "0033612345678;refused;the person objects to calls, art. 21(2)",
      "0611223344;unknown;no choice known",
    ]);
    const again = await answered(first.lines.join("\r\n"));
    expect(again.lines.map((line) => line.split(";").slice(3).join(";"))).toEqual([
      "Answer;Reason",
      "refused;the person objects to calls, art. 21(2)",
      "unknown;no choice known",
    ]);
  });

  it("has its counts recorded and journalled, and no number stored", async () => {
    await makeChoice(ctx, { controllerId, number: "0612345678" });
    const id = await makeListCheck(ctx, { controllerId });
    const check = (await withOrg(ctx.scope, findChecks)).find((one) => one.id === id);
    expect(check).toMatchObject({
      lineCount: 3,
      counts: { objected: 1, none: 1, notNumber: 1 },
      act: "telephone",
      day: "2026-11-27",
      sums: { allowed: 0, refused: 1, unknown: 1, faulty: 1 },
    });
    const entry = await withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" } }));
    expect(entry).toMatchObject({
      event: "choice.list-checked",
      text: expect.stringContaining('"refusedCount":1'),
    });
    expect(entry?.text).not.toMatch(/612345678|698765432|06 12/);
  });

  it("asks about the day that was chosen: the past as it was", async () => {
    await makeChoice(ctx, { controllerId, number: "0612345678", on: "2026-11-02", outcome: "withdrawn" });
    const on = async (day: string) => (await answered("0612345678\n", { day })).lines[1];
    expect(await on("2026-10-30")).toContain("unknown;no choice known");
    expect(await on("2026-11-02")).toContain("refused;agreement withdrawn");
  });

  it("is asked about a transfer by country", async () => {
    const choice = { controllerId, number: "0612345678", act: "transfer", source: "form", proof: "FORM-3" };
    await makeChoice(ctx, { ...choice, outcome: "allowed", country: "MA" });
    const to = async (country: string) =>
      (await answered("0612345678\n", { act: "transfer", country })).lines[1]?.split(";").slice(1);
    expect(await to("MA")).toEqual(["allowed", "agreement in force"]);
    expect(await to("SN")).toEqual(["unknown", "no choice known"]);
    expect(await to("")).toEqual(["unknown", "agreement for one purpose or country only"]);
  });

  it("reads choices of a controller that was merged, and of no other controller or organisation", async () => {
    const [first, other] = [await makeController(ctx), await makeController(ctx)];
    await makeChoice(ctx, { controllerId: first.id, number: "0612345678" });
    valueOf(await mergeInto(ctx, [first.id, controllerId]));
    const reason = async (id: string) => (await answered("0612345678\n", { controllerId: id })).lines[1];
    expect(await reason(controllerId)).toContain("refused");
    expect(await reason(other.id)).toContain("no choice known");
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await checkList(foreign, new Blob(["0612345678"]), listCheckSchema.parse(asked()))).toMatchObject({
      refusal: { issues: [{ path: "controllerId" }] },
    });
  });

  it("of thousands of lines keeps their order", async () => {
    const numbers = Array.from({ length: 4_501 }, (_, index) => `06120${String(10_000 + index)}`);
    for (const at of [0, 1_999, 2_000, 4_500]) await makeChoice(ctx, { controllerId, number: numbers[at]! });
    const { lines } = await answered(numbers.join("\n"));
    expect(lines.slice(1).map((line) => line.split(";")[0])).toEqual(numbers);
    const refused = lines.slice(1).flatMap((line, at) => (line.includes(";refused;") ? [at] : []));
    expect(refused).toEqual([0, 1_999, 2_000, 4_500]);
  });

  it("is checked by writers", async () => {
    const question = listCheckSchema.parse(asked());
    const refused = await checkList(as(ctx, "viewer"), new Blob(["0612345678"]), question);
    expect(refused).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  it.each<[string, object, string, string]>([
    ["nom;ville\nA;Lille\n", {}, "file", "numberColumn"],
    ["nom;courriel\nA;odile@personne.example\n", {}, "file", "numberColumn"],
    ["nom;ville\nA;Lille\n", { act: "mail" }, "file", "contactColumn"],
    ["", {}, "file", "noFile"],
    ["%PDF-1.7", {}, "file", "notText"],
    ["0612345678", { controllerId: "" }, "controllerId", "required"],
    ["0612345678", { day: "2026-02-30" }, "day", "date"],
    ["0612345678", { country: "MA" }, "country", "country"],
  ])("is refused: %j %o", async (text, stated, path, key) => {
    const form = listFormSchema.parse({ ...asked(stated), file: new File([text], "list.csv") });
    expect(await exportCheckedList(ctx, "own", form)).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });
});
