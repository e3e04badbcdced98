import { expect, it } from "vitest";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { addChoice } from "@/lib/features/choice/write/add-choice";
import { withOrg } from "@/lib/platform/database/transaction";
import { done } from "@/lib/domain/outcome/outcome";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { openDatabase } from "@/scripts/test/open-database";
import type { RequestRow } from "./queries";
import { findStoppedContacts, findUnheldStops } from "./stopped-contacts";

const REASON = "La personne, rappelée ce jour";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const shown = ({ id }: RequestRow) =>
  withOrg(ctx.scope, async (tx) => {
    const row = await tx.rightsRequest.findFirstOrThrow({ where: { id } });
    return { stopped: await findStoppedContacts(tx, row), isDue: (await findUnheldStops(tx, [row])).has(id) };
  });

it("shows what is held, before its controller is named and after", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const row = await makeRightsRequest(ctx, { contact: "+33 6 12 34 56 61", words: "" });
  const held = { stopped: { isAnyHeld: true, values: ["+33612345661"] }, isDue: false };
  expect(await shown(row)).toEqual(held);
  expect(await shown(await stepRightsRequest(ctx, row, "placed", { controllerId }))).toEqual(held);
});

it("says that nothing is stopped where no contact was understood, until it is recorded by hand", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  const row = await makeRightsRequest(ctx, { contact: "Mme Dupont, mère de l’abonné", words: "" });
  const nothing = { stopped: { isAnyHeld: false, values: [] }, isDue: true };
  expect(await shown(row)).toEqual(nothing);
  const placed = await stepRightsRequest(ctx, row, "placed", { controllerId });
  expect(await shown(placed)).toEqual(nothing);
  valueOf(
    await write(withoutRight(ctx), async (tx, journal) => {
      await addChoice(
        { tx, ctx, journal },
        {
          controllerId,
          contact: "+33612345662",
          act: "telephone",
          purpose: "",
          outcome: "refused",
          source: "call",
          proof: row.reference,
          validUntil: null,
          decidedAt: ctx.now,
        },
      );
      return done({ id: row.id });
    }),
  );
  expect(await shown(placed)).toMatchObject({ stopped: { isAnyHeld: true }, isDue: false });
});

it("says that nothing is stopped where whoever placed it dropped every reading", async () => {
  const { id: controllerId } = await makeController(ctx, { country: "FR" });
  await makeController(ctx, { country: "BE" });
  const row = await makeRightsRequest(ctx, { contact: "0470 12 34 63", words: "" });
  expect((await shown(row)).stopped?.values.toSorted()).toEqual(["+32470123463", "+33470123463"]);
  const placed = await stepRightsRequest(ctx, row, "placed", {
    controllerId,
    dropped: ["0", "1"],
    droppedReason: REASON,
  });
  expect(await shown(placed)).toEqual({ stopped: { isAnyHeld: false, values: [] }, isDue: true });
});

it("owes nothing of a request that ends no contact, or that is set aside", async () => {
  const access = await makeRightsRequest(ctx, { rights: "access", contact: "" });
  expect(await shown(access)).toEqual({ stopped: null, isDue: false });
  const row = await makeRightsRequest(ctx, { contact: "", words: "" });
  expect((await shown(row)).isDue).toBe(true);
  const aside = await stepRightsRequest(ctx, row, "not-ours", { cause: "no-client" });
  expect(await shown(aside)).toEqual({ stopped: null, isDue: false });
});
