import { createHash } from "node:crypto";
import { can } from "@/lib/domain/access/policy";
import { done, refuse, type Outcome } from "@/lib/domain/outcome";
import { today, type Ctx } from "@/lib/platform/context";
import { headLine } from "@/lib/platform/journal/published-head";
import type { Taken } from "@/lib/platform/take-route";
import { write } from "@/lib/platform/write";

/** Takes every published head away, the newest last: the file that the reading of the journal is given. */
export async function takeHeads(ctx: Ctx, slug: string): Promise<Outcome<Taken>> {
  if (!can(ctx.actor, "journal.read")) return refuse({ kind: "forbidden" });
  const fileName = `journal-heads-${slug}-${today(ctx)}.txt`;
  return write(ctx, async (tx, journal) => {
    const published = await tx.journalPublication.findMany({
      orderBy: { day: "asc" },
      select: { day: true, document: true, signature: true },
    });
    const lines = published.map(
      ({ day, document, signature }) => `${day} ${headLine({ text: document, signature })}\n`,
    );
    const body = new TextEncoder().encode(lines.join(""));
    journal.note({
      event: "export.taken",
      subject: { noun: "export", id: null, label: fileName },
      after: { heads: lines.length, digest: createHash("sha256").update(body).digest("hex") },
    });
    return done({ fileName, contentType: "text/plain; charset=utf-8", body });
  });
}
