import { expect, it } from "vitest";
import { readFindings, type StoredFindings } from "@/lib/features/call-log/read/queries";
import { listFormSchema } from "@/lib/features/choice/schema";
import { exportCheckedList } from "@/lib/features/choice/write/check-list";
import { findPerson } from "@/lib/features/choice/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { judgeAs, receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeChoice, makeParentalRequest } from "@/prisma/factories/choice";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findPermissions } from "./permissions";
import { findChoicesOf } from "./queries";

const database = await openDatabase();
/** A Friday at 10:30 in Paris. */
const NOW = new Date("2026-11-27T09:30:00Z");
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: NOW };
const { id: controllerId } = await makeController(ctx);
const NUMBER = "0644556601";
const AGREED = { outcome: "allowed", on: "2026-10-01", source: "form", validUntil: "2027-09-30" };

/** A child agreed to messages and to calls, and nobody has answered for it yet, art. 8(1). */
await makeParentalRequest(ctx, { controllerId, number: NUMBER });
await makeChoice(ctx, { controllerId, number: NUMBER, ...AGREED });
await makeChoice(ctx, { controllerId, number: "0644556602", ...AGREED });

it("allow no call by the look-up, which allows that of a grown-up", async () => {
  const verdictsOf = async (contact: string) => {
    const { people } = valueOf(await findPerson(ctx, { contact, country: "FR" }));
    const { person } = people[0]!;
    const found = await withOrg(ctx.scope, async (tx) => {
      const rows = await findChoicesOf(tx, person);
      const asked = {
        org: ctx.scope.org,
        keys: [person],
        rows,
        now: NOW.getTime(),
        territory: "FR" as const,
      };
      return findPermissions(tx, asked);
    });
    return found.permissions.map(({ verdict }) => verdict);
  };
  expect(await verdictsOf("0644556602")).toEqual(["allowed"]);
  const ofChild = await verdictsOf(NUMBER);
  expect(ofChild.length).toBeGreaterThan(0);
  expect(ofChild).not.toContain("allowed");
});

it.each(["telephone", "mail"])("allow nothing in a list that is checked: %s", async (act) => {
  const file = new File([`téléphone\n${NUMBER}\n`], "liste.csv");
  const asked = { controllerId, act, purpose: "", country: "", day: "2026-11-27", language: "en", file };
  const { body } = valueOf(await exportCheckedList(ctx, "own", listFormSchema.parse(asked)));
  const [, line = ""] = (await new Response(body).text()).trimEnd().split("\r\n");
  expect(line).toContain(NUMBER);
  expect(line).not.toContain("allowed");
});

it("are no consent before a call of a log", async () => {
  const { id } = await makeCampaign(ctx, { controllerId, basis: "consent" });
  const logId = await receiveLines(ctx, id, [
    `${NUMBER};2026-11-27 10:30:00;ANSWER;0123456789;`,
    "0644556602;2026-11-27 10:31:00;ANSWER;0123456789;",
  ]);
  await judgeAs(ctx, logId);
  const { findings } = await withOrg(ctx.scope, (tx) =>
    tx.callLogJudgement.findFirstOrThrow({ where: { logId } }),
  );
  const { groups } = readFindings(findings as StoredFindings);
  expect(groups.filter(({ rule }) => rule === "T9")).toMatchObject([{ verdict: "broken", calls: 1 }]);
});
