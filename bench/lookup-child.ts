import { openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { z } from "zod";
import { sumLines, type LineCounts } from "@/lib/domain/choice/list-line";
import { exportCheckedList } from "@/lib/features/choice/write/check-list";
import { closeClients } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "@/prisma/factories/register";
import { openConfiguredDatabase } from "@/scripts/start/database";
import { readPlainly, secondsSince } from "./plain-loop";

// Reads a list by a plain loop, or checks it as the product does. The words are which, the file, and for the product the
// context as JSON and the controller; the answer on stdout is seconds and counts.

const [which, file, stated = "{}", controllerId = ""] = z
  .tuple([z.enum(["floor", "product"]), z.string()])
  .rest(z.string())
  .parse(process.argv.slice(2));

process.stdout.write(
  `${JSON.stringify(await (which === "floor" ? readPlainly(file, (line) => line.split(";")[0]) : check()))}\n`,
);

async function check() {
  const database = await openConfiguredDatabase();
  try {
    const ctx: StaffCtx = { ...(JSON.parse(stated) as Pick<StaffCtx, "actor" | "scope">), now: new Date() };
    const question = {
      controllerId,
      act: "telephone",
      purpose: "",
      country: "",
      day: "2026-11-28",
      campaignId: "",
      numberCountry: "",
      countryColumn: "",
    } as const;
    const list = new File([await openAsBlob(file)], "numbers.csv");
    const begun = performance.now();
    const { body } = valueOf(
      await exportCheckedList(ctx, "bench", { ...question, file: list, language: "fr" }),
    );
    const answering = secondsSince(begun);
    for await (const piece of Readable.fromWeb(body as WebStream)) void piece;
    const writing = secondsSince(begun) - answering;
    const { answers } = await withOrg(ctx.scope, (tx) =>
      tx.choiceCheck.findFirstOrThrow({ orderBy: { recordedAt: "desc" }, select: { answers: true } }),
    );
    const { allowed, unknown } = sumLines(answers as LineCounts);
    return { answering, writing, allowed, unknown };
  } finally {
    await closeClients();
    await database.release();
  }
}
