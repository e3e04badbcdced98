import { expect, it } from "vitest";
import { openSpool } from "@/lib/platform/transport/spool";
import { threadsSheet } from "./threads-sheet";
import { loadRegisterWords } from "./words";

const words = await loadRegisterWords("fr");

it("dates each message by the clock of the client whose workbook it is, and by that of Paris in a whole register", async () => {
  const lines = await openSpool();
  try {
    const message = {
      number: 1,
      saidAt: "2026-11-25T03:30:00.000Z",
      side: "staff",
      author: "Nour",
      text: "Oui.",
    };
    await lines.add(JSON.stringify({ reference: "T-001", messages: [message] }));
    const threads = { lines, count: 1, hash: "" };
    const datesOf = async (zone?: "America/Toronto") => {
      const dates = [];
      for await (const row of threadsSheet(threads, zone, words).rows) dates.push(row[2]);
      return dates;
    };
    expect(await datesOf("America/Toronto")).toEqual([expect.stringMatching(/24.*nov.*22:30.*Toronto/)]);
    expect(await datesOf()).toEqual([expect.stringMatching(/25.*nov.*04:30.*Paris/)]);
  } finally {
    await lines.close();
  }
});
