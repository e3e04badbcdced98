import { describe, expect, it } from "vitest";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import { attachLetter, makeRequest, moveInput } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { decide } from "@/prisma/factories/decision";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { askConfirmation, moveRequest } from "@/lib/features/authorisation/write/mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl, undefined, new Date("2026-11-02T09:00:00Z"));

const on = <C extends Ctx>(of: C, instant: string): C => ({ ...of, now: new Date(instant) });

/** Notice of Monday 2 November with five days: ends on Saturday the 7th in Paris, next working day Monday the 9th. */
async function makeNotified(days = "5") {
  const sent = await makeRequest(ctx, { terms: { authorisation: "general", objectionDays: days } });
  return valueOf(await moveRequest(ctx, moveInput(ctx, sent, "receive")));
}

describe("a last day that is not worked", () => {
  it.each(["2026-11-07T22:59:59Z", "2026-11-08T10:00:00Z", "2026-11-09T22:59:59Z"])(
    "a no in the portal at %s comes before its use: an objection, and nothing is taken back",
    async (instant) => {
      const notified = await makeNotified();
      const contact = on(await makeContact(ctx, { controllerId: notified.controllerId }), instant);
      expect(
        await decide(contact, notified, { choice: "revoke", reason: "Décision de la direction" }),
      ).toMatchObject({
        refusal: { issues: [{ key: "authorisation.notFromHere" }] },
      });
      expect(
        valueOf(await decide(contact, notified, { choice: "object", reason: "Décision de la direction" })),
      ).toMatchObject({
        state: "objected",
        facts: [{}, {}, { event: "object", channel: "portal" }],
      });
    },
  );

  it("once it may be used, what was authorised is taken back", async () => {
    const notified = await makeNotified();
    const contact = on(
      await makeContact(ctx, { controllerId: notified.controllerId }),
      "2026-11-09T23:00:00Z",
    );
    expect(
      await decide(contact, notified, { choice: "object", reason: "Décision de la direction" }),
    ).toMatchObject({
      refusal: { issues: [{ key: "authorisation.notFromHere" }] },
    });
    expect(
      valueOf(await decide(contact, notified, { choice: "revoke", reason: "Décision de la direction" })),
    ).toMatchObject({
      state: "revoked",
    });
  });
});

describe("written down later", () => {
  const later: () => StaffCtx = () => on(ctx, "2026-11-20T09:00:00Z");
  const note = async (row: Awaited<ReturnType<typeof makeNotified>>, event: string, day: string) => {
    const document = await attachLetter(later(), row);
    return moveRequest(later(), moveInput(later(), row, event, { document, on: day, time: "18:00" }));
  };

  it("a letter of the last day is an objection, one that came once it was used is none", async () => {
    const notified = await makeNotified();
    expect(await note(notified, "object", "2026-11-10")).toMatchObject({
      refusal: { issues: [{ key: "authorisation.notFromHere" }] },
    });
    expect(valueOf(await note(notified, "object", "2026-11-07"))).toMatchObject({ state: "objected" });
  });

  it("a letter that came before the confirmation was asked for is written down with its own day", async () => {
    const { id, version } = await makeNotified("");
    const asked = valueOf(await askConfirmation(later(), { id, version }));
    expect(valueOf(await note(asked, "object", "2026-11-19"))).toMatchObject({
      state: "objected",
      facts: [{}, {}, {}, { event: "object", at: new Date("2026-11-19T18:00:00Z") }],
    });
  });
});
