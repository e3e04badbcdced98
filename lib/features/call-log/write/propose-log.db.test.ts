import { expect, it } from "vitest";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { proposeLogFrom } from "./propose-log";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

/** A log of Asterisk with these numbers, as its module for CSV writes it. */
const logOf = (numbers: readonly string[]) =>
  new TextEncoder().encode(
    numbers
      .map(
        (number, at) =>
          `"","0520000001","${number}","out","","PJSIP/1","PJSIP/2","Dial","","2026-11-24 10:0${at}:00","","2026-11-24 10:0${at}:30",30,20,"ANSWERED","DOCUMENTATION","1764.${at}",""`,
      )
      .join("\n") + "\n",
  );

it("asks what Asterisk dialled before each number, and changes nothing by itself", async () => {
  const numbers = ["90033612345678", "90033633344455", "900212661234567"];
  const proposal = valueOf(await proposeLogFrom(ctx, logOf(numbers), {}));
  expect(proposal).toMatchObject({ origin: "asterisk", layout: { dialPrefix: "" } });
  expect(proposal.dialled).toEqual([
    {
      column: 2,
      prefix: "9",
      isKnown: false,
      samples: [
        { written: "90033612345678", read: "+33612345678" },
        { written: "90033633344455", read: "+33633344455" },
        { written: "900212661234567", read: "+212661234567" },
      ],
    },
  ]);
});

it("asks nothing of numbers that are read as they are", async () => {
  const numbers = ["0033612345678", "0033633344455", "00212661234567"];
  expect(valueOf(await proposeLogFrom(ctx, logOf(numbers), {}))).toMatchObject({ dialled: [] });
});

it("asks the order of days that are days both ways, and of no others", async () => {
  const log = (...days: readonly string[]) =>
    Buffer.from(["Numéro;Date", ...days.map((day, at) => `061234567${at};${day} 10:30`), ""].join("\n"));
  expect(valueOf(await proposeLogFrom(ctx, log("03/04/2026", "04/04/2026"), {}))).toMatchObject({
    openOrders: [1],
  });
  expect(valueOf(await proposeLogFrom(ctx, log("03/04/2026", "13/04/2026"), {}))).toMatchObject({
    openOrders: [],
  });
});
