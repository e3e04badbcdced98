import { expect, it } from "vitest";
import { choiceSchema } from "@/lib/features/choice/schema";
import { findRecentChoices } from "@/lib/features/choice/read/queries";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest } from "@/prisma/factories/rights-request";
import { openDatabase } from "@/scripts/test/open-database";
import { recordChoice } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);

const record = (changes: object) =>
  recordChoice(
    ctx,
    choiceSchema.parse({
      controllerId,
      act: "appointment",
      outcome: "allowed",
      source: "call",
      proof: "Enregistrement 12",
      on: "2026-01-06",
      time: "10:30",
      callOn: "2027-01-05",
      callTime: "11:00",
      ...changes,
    }),
  );
const asked = (key: string) => ({
  refusal: { issues: [expect.objectContaining({ path: "isAfterStop", key: `choice.${key}` })] },
});
const lastEntry = () =>
  withOrg(ctx.scope, (tx) => tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { text: true } }));

it("asks before an appointment, or an agreement to calls, with whoever objected and whose client is unknown", async () => {
  const contact = "+33 6 12 34 56 41";
  const { reference } = await makeRightsRequest(ctx, { contact, channel: "public-form" });
  expect(await record({ contact })).toMatchObject(asked("afterPending"));
  expect(await record({ contact, act: "telephone", callOn: "", callTime: "" })).toMatchObject(
    asked("afterPending"),
  );
  const before = (await withOrg(ctx.scope, findRecentChoices)).length;
  valueOf(await record({ contact, isAfterStop: "on" }));
  expect(await withOrg(ctx.scope, findRecentChoices)).toHaveLength(before + 1);
  expect((await lastEntry())?.text).toContain(`"afterStop":"${reference}"`);
  // A refusal is never asked about.
  valueOf(await record({ contact, act: "telephone", outcome: "refused", callOn: "", callTime: "" }));
});

it("asks before an appointment with whoever refused its calls, and not before a new agreement to them", async () => {
  const contact = "+33 6 12 34 56 42";
  valueOf(
    await record({
      contact,
      act: "telephone",
      outcome: "refused",
      callOn: "",
      callTime: "",
      on: "2026-01-05",
    }),
  );
  expect(await record({ contact })).toMatchObject(asked("afterChoice"));
  valueOf(await record({ contact, act: "telephone", callOn: "", callTime: "" }));
  valueOf(await record({ contact }));
});

it("asks before an appointment more than a year after its agreement, beside its day, and keeps that it was confirmed", async () => {
  const contact = "+33 6 12 34 56 44";
  const far = { contact, on: "2026-01-06", callOn: "2027-01-07" };
  const key = "choice.callFarAhead";
  expect(await record(far)).toMatchObject({
    refusal: {
      issues: [
        { path: "callOn", key },
        { path: "isFarAhead", key },
      ],
    },
  });
  // Whatever is cancelled is no appointment.
  valueOf(await record({ ...far, outcome: "withdrawn" }));
  valueOf(await record({ ...far, callOn: "2027-01-06" }));
  valueOf(await record({ ...far, isFarAhead: "on" }));
  expect((await lastEntry())?.text).toContain(`"isFarAhead":true`);
});

it("refuses an appointment at an hour that the person's clocks skip, beside the hour", async () => {
  const contact = "+33 6 12 34 56 43";
  const skipped = { contact, on: "2026-06-01", callOn: "2027-03-28", callTime: "02:30" };
  expect(await record(skipped)).toMatchObject({
    refusal: { issues: [{ path: "callTime", key: "noSuchHour" }] },
  });
  // Casablanca changes nothing that night.
  valueOf(await record({ ...skipped, callZone: "Africa/Casablanca" }));
});
