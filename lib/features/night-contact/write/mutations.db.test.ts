import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { findNightReach, listNightContacts } from "@/lib/features/night-contact/read/queries";
import { nightContactAddSchema, nightContactTypedSchema } from "@/lib/features/night-contact/schema";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { addNightContact, changeNightContact, endNightContact } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const said = (controllerId: string, name: string, more: object = {}) =>
  nightContactAddSchema.parse({ controllerId, name, phone: "+33 1 44 00 00 01", ...more });
const openOf = async (controllerId: string) =>
  (await withOrg(ctx.scope, (tx) => listNightContacts(tx, controllerId)))
    .filter(({ endedAt }) => endedAt === null)
    .map(({ name, position }) => `${position} ${name}`);
const lastEntry = () =>
  withOrg(ctx.scope, (tx) =>
    tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { event: true, subjectId: true } }),
  );

describe("night contacts", () => {
  it("are advised where a controller has none, or none any more", async () => {
    const { id: controllerId } = await makeController(ctx);
    const isReachable = () =>
      withOrg(ctx.scope, async (tx) => (await findNightReach(tx, controllerId))?.isReachable);
    expect(await isReachable()).toBe(false);
    const { id } = valueOf(await addNightContact(ctx, said(controllerId, "A")));
    expect(await isReachable()).toBe(true);
    valueOf(await endNightContact(ctx, { id, reason: "Parti" }));
    expect(await isReachable()).toBe(false);
  });

  it("are added in an order, moved in it, and ended with a reason, never deleted", async () => {
    const { id: controllerId } = await makeController(ctx);
    const a = valueOf(await addNightContact(ctx, said(controllerId, "A")));
    expect(await lastEntry()).toEqual({ event: "night-contact.added", subjectId: a.id });
    const b = valueOf(await addNightContact(ctx, said(controllerId, "B")));
    valueOf(await addNightContact(ctx, said(controllerId, "C", { position: 1 })));
    expect(await openOf(controllerId)).toEqual(["1 C", "2 A", "3 B"]);
    const change = { id: b.id, version: 1, ...said(controllerId, "B", { position: 1 }) };
    valueOf(await changeNightContact(ctx, change));
    expect(await openOf(controllerId)).toEqual(["1 B", "2 C", "3 A"]);
    expect(await changeNightContact(ctx, change)).toMatchObject({
      refusal: { kind: "conflict", version: 2 },
    });
    valueOf(await endNightContact(ctx, { id: b.id, reason: "A quitté la société" }));
    expect(await lastEntry()).toEqual({ event: "night-contact.ended", subjectId: b.id });
    expect(await openOf(controllerId)).toEqual(["1 C", "2 A"]);
    const rows = await withOrg(ctx.scope, (tx) => listNightContacts(tx, controllerId));
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toMatchObject({ name: "B", endReason: "A quitté la société" });
    expect(await endNightContact(ctx, { id: b.id, reason: "encore" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  it("are reachable by telephone or by mail, and none of the processor's own people", async () => {
    const { id: controllerId } = await makeController(ctx);
    const typed = nightContactTypedSchema.safeParse({ name: "A" });
    expect(typed.error?.issues).toMatchObject([{ path: ["phone"], message: "unreachable" }]);
    const own = await withOrg(ctx.scope, (tx) =>
      tx.organisation.findFirstOrThrow({ select: { email: true } }),
    );
    await withOrg(ctx.scope, (tx) =>
      tx.organisation.updateMany({ data: { email: "dpo@centre-atlas.example" } }),
    );
    expect(
      await addNightContact(ctx, said(controllerId, "A", { email: "nuit@centre-atlas.example" })),
    ).toMatchObject({ refusal: { issues: [{ path: "email", key: "night-contact.addressOfOrganisation" }] } });
    await withOrg(ctx.scope, (tx) => tx.organisation.updateMany({ data: own }));
  });

  it("are of writers to list, for a controller of their organisation", async () => {
    const { id: controllerId } = await makeController(ctx);
    const input = said(controllerId, "A");
    expect(await addNightContact(as(ctx, "viewer"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await addNightContact(foreign, input)).toMatchObject({ refusal: { kind: "not-found" } });
    const { id } = valueOf(await addNightContact(as(ctx, "editor"), input));
    expect(await endNightContact(foreign, { id, reason: "x" })).toMatchObject({
      refusal: { kind: "not-found" },
    });
    expect(await changeNightContact(foreign, { id, version: 1, ...input })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});
