import { expect, it } from "vitest";
import { isPlanned } from "@/lib/features/import/read/plan-store";
import { planRun } from "@/lib/features/import/read/plan-run";
import { columnsSchema } from "@/lib/features/import/schema";
import { commitImport } from "@/lib/features/import/write/commit";
import { mapColumns, openImport } from "@/lib/features/import/write/mutations";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";

const DAY = "2026-11-25";
const fileOf = (start: string) => `Ref;Client;Activity;Start date\r\nC1;Voltiris SA;Calls;${start}`;
const TARGETS = ["reference", "controllerName", "activity", "startsOn"];

const database = await openDatabase();
const ctx = { ...(await makeOrganisation(database.ownerUrl)), now: new Date(`${DAY}T10:00:00Z`) };

const open = async (start: string) => {
  const bytes = new Uint8Array(Buffer.from(fileOf(start)));
  return valueOf(await openImport(ctx, { fileName: "register.csv", bytes })).id;
};
async function planned(id: string) {
  const made = await planRun({ scope: ctx.scope, id, today: DAY });
  if (!made || !isPlanned(made.result)) throw new Error("There is no plan.");
  return made.result;
}
const startOf = async (id: string) => (await planned(id)).plan.rows[0]?.content.startsOn?.value;

it(
  "asks once for an English file whether its days or its months come first, and remembers it",
  { timeout: 60_000 },
  async () => {
    const id = await open("02/03/2024");
    const refused = await commitImport(ctx, { id, version: 1, plan: (await planned(id)).fingerprint });
    expect(refused).toMatchObject({ refusal: { issues: [{ path: "", key: "dateOrderAsked" }] } });
    const map = (dateOrder: string) =>
      mapColumns(ctx, columnsSchema.parse({ id, version: 1, targets: TARGETS, dateOrder }));
    expect(await map("")).toMatchObject({
      refusal: { issues: [{ path: "dateOrder", key: "dateOrderAsked", params: { cells: "02/03/2024" } }] },
    });
    valueOf(await map("month"));
    expect(await startOf(id)).toBe("2024-02-03");
    expect(await startOf(await open("04/05/2025"))).toBe("2025-04-05");
  },
);
