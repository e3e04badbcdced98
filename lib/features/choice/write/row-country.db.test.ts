import { describe, expect, it } from "vitest";
import { makeCampaign } from "@/prisma/factories/campaign";
import { LOG_LAYOUT, receiveLines } from "@/prisma/factories/call-log";
import { makeChoice } from "@/prisma/factories/choice";
import { makeCollection } from "@/prisma/factories/consent";
import { makeOpenConsultation } from "@/prisma/factories/consultation";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { receivePeople } from "@/lib/features/consultation/write/people";
import { listFormSchema, type CountryColumn } from "@/lib/features/choice/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { personKey } from "@/lib/platform/secrets/person-key";
import { openDatabase } from "@/scripts/test/open-database";
import { exportCheckedList } from "./check-list";
import { receiveConsentFile } from "./consent-file";

const database = await openDatabase();
const made = await makeOrganisation(database.ownerUrl);
const ctx = { ...made, now: new Date("2026-11-28T09:00:00Z") };
const key = (number: string) => personKey(ctx.scope.org, number).toString("hex");
const refused = { ok: false, refusal: { issues: [{ path: "countryColumn", key: "otherCountry" }] } };

describe("numbers of a file with a column of countries", () => {
  const consents = async (lines: readonly string[], countryColumn: CountryColumn = "") => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const { id: collectionId } = await makeCollection(ctx, { controllerId });
    const text = ["Pays;numéro;date;valable jusqu'au;preuve", ...lines].join("\n");
    const outcome = await receiveConsentFile(ctx, {
      collectionId,
      extent: "whole",
      file: new Blob([text]),
      countryColumn,
    });
    const rows = await withOrg(ctx.scope, (tx) => tx.choice.findMany({ where: { controllerId } }));
    const file = await withOrg(ctx.scope, (tx) => tx.consentFile.findFirst({ where: { collectionId } }));
    const keys = rows.map(({ personKey: bytes }) => Buffer.from(bytes).toString("hex")).toSorted();
    return { outcome, keys, file };
  };
  const of = (country: string, number: string) => `${country};${number};01/10/2026;30/09/2027;FORM-1`;

  it("are those of the person of each row of consents", async () => {
    const { keys } = await consents([
      of("Maroc", "0661234567"),
      of("France métropolitaine", "0661234568"),
      of("La Réunion", "0692123456"),
      of("", "0661234569"),
    ]);
    const numbers = ["+212661234567", "+33661234568", "+262692123456", "+33661234569"];
    expect(keys).toEqual(numbers.map(key).toSorted());
  });

  it("ask once what the column says where a consent contradicts it, and add nothing until then", async () => {
    const lines = [of("Maroc", "+33661234567"), of("Maroc", "0661234567")];
    const asked = await consents(lines);
    expect([asked.outcome, asked.keys, asked.file]).toMatchObject([refused, [], null]);
    const left = await consents(lines, "numbers");
    expect(left.keys).toEqual([key("+212661234567")]);
    expect(left.file?.refusedLines).toEqual({ country: [2] });
    const aside = await consents(lines, "aside");
    expect(new Set(aside.keys)).toEqual(new Set([key("+33661234567")]));
  });

  it("are checked as the persons that they are of", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    await makeChoice(ctx, { controllerId, number: "+212661234567", outcome: "refused" });
    const check = async (lines: readonly string[], countryColumn = "") => {
      const text = ["numéro;pays", ...lines].join("\n");
      const asked = { controllerId, act: "telephone", day: "2026-11-27", language: "en", countryColumn };
      const form = listFormSchema.parse({ ...asked, file: new File([text], "list.csv") });
      const outcome = await exportCheckedList(ctx, "own", form);
      if (!outcome.ok) return outcome;
      const written = await new Response(outcome.value.body).text();
      return written
        .trimEnd()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(";")[2]);
    };
    expect(await check(["0661234567;Maroc", "0661234567;France", "0661234567;"])).toEqual([
      ...["refused", "unknown", "unknown"],
    ]);
    const lines = ["0661234567;Maroc", "0661234567;Autre"];
    expect(await check(lines)).toMatchObject(refused);
    expect(await check(lines, "numbers")).toEqual(["refused", "unknown"]);
    expect(await check(lines, "aside")).toEqual(["unknown", "unknown"]);
  });

  it("are those whom a consultation asks, read as lists are", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const { id: consultationId } = await makeOpenConsultation(ctx, { controllerId });
    const send = async (lines: readonly string[]) =>
      receivePeople(ctx, {
        consultationId,
        file: new Blob([["téléphone mobile;pays;indicatif", ...lines].join("\n")]),
      });
    expect(await send(["+33661234567;Maroc;"])).toMatchObject(refused);
    valueOf(await send(["Mobile 06 61 23 45 67;Maroc;", "661234568;;212", "0661234567 / 0661234568;;"]));
    const people = await withOrg(ctx.scope, (tx) =>
      tx.consultationPerson.findMany({ where: { consultationId }, select: { personKey: true } }),
    );
    expect(people.map(({ personKey: bytes }) => Buffer.from(bytes).toString("hex")).toSorted()).toEqual(
      ["+212661234567", "+212661234568"].map(key).toSorted(),
    );
  });

  it("are called by a log as lists read them, words beside them and two in a cell being none", async () => {
    const { id: controllerId } = await makeController(ctx, { country: "FR" });
    const { id: campaign } = await makeCampaign(ctx, { controllerId });
    const columns = { ...LOG_LAYOUT.columns, country: 5 };
    const read = async (lines: readonly string[], countryColumn: CountryColumn = "") => {
      const layout = { ...LOG_LAYOUT, columns, countryColumn };
      const id = await receiveLines(ctx, campaign, lines, { layout });
      const log = await withOrg(ctx.scope, (tx) => tx.callLog.findFirstOrThrow({ where: { id } }));
      return { ...log, bad: log.badLines as Record<string, { lines: number[] }> };
    };
    const call = (number: string, minute: number, country: string) =>
      `${number};2026-08-18 10:${minute}:00;NA;;;${country}`;
    const whole = await read([
      call("0661234567", 10, "Maroc"),
      call("Mobile 0661234567", 11, "Maroc"),
      call("0661234567 / 0661234568", 12, "France"),
      call("ne pas appeler 0661234567", 13, "France"),
    ]);
    expect([whole.state, whole.calls, whole.bad.number?.lines]).toEqual(["queued", 2, [4, 5]]);
    const lines = [call("+33661234567", 20, "Maroc"), call("0661234567", 21, "Maroc")];
    expect(await read(lines)).toMatchObject({ state: "failed", failure: "other-country" });
    expect(await read([...lines, ""], "numbers")).toMatchObject({
      calls: 1,
      bad: { country: { lines: [2] } },
    });
    expect(await read([...lines, "", ""], "aside")).toMatchObject({ calls: 2 });
  });
});
