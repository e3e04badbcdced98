import { describe, expect, it } from "vitest";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import { findAuthorisation, storedRequestOf } from "@/lib/features/authorisation/read/queries";
import { moveRequest } from "@/lib/features/authorisation/write/mutations";
import { publishHead } from "@/lib/features/journal/write/publication";
import { recordPageAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { makeAgreed, makeRequest, moveInput } from "@/prisma/factories/authorisation";
import { makeContact, proveAddress } from "@/prisma/factories/contact";
import { fillSection } from "@/prisma/factories/contract";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { proveSilences } from "./silence";

const DAY = 86_400_000;
const GENERAL = { authorisation: "general", objectionDays: "10" };
const database = await openDatabase();
const own = await makeOrganisation(database.ownerUrl);
const later = (days: number) => ({ ...own, now: new Date(own.now.getTime() + days * DAY) });

/** State of a request some days after it was sent, once jobs ran then. */
async function stateAfter(id: string, days: number) {
  const { now } = later(days);
  await proveSilences(jobContext("returned-mail", own.scope.org, now));
  const row = (await withOrg(own.scope, (tx) => findAuthorisation(tx, id)))!;
  const { state, waits } = authorisationStatusAt(storedRequestOf(row), now.getTime());
  return { state, waits };
}
const HELD = { state: "notified", waits: "confirmation" };
const COUNTS = { state: "not-objected", waits: null };

/** A notice to an address of the controller's sheet, which staff say was received on the same day. */
async function notify(stated: { contactEmail: string; breachNoticeMeans?: string; isBound?: boolean }) {
  const { contactEmail, breachNoticeMeans = "", isBound = false } = stated;
  const { id: controllerId } = await makeController(own, { contactEmail });
  const contract = await makeAgreed(own, GENERAL, controllerId);
  if (breachNoticeMeans) await fillSection(own, contract, "terms", { ...GENERAL, breachNoticeMeans });
  if (isBound) valueOf(await publishHead(jobContext("journal-publication", own.scope.org, own.now)));
  const sender = isBound ? later(1) : own;
  const sent = await makeRequest(sender, { controllerId, isReached: false });
  const received = moveInput(sender, sent, "receive", { channel: "letter" });
  return valueOf(await moveRequest(sender, received));
}

describe("silence under a general authorisation", () => {
  it("counts for nothing where the notice went to an address that only the processor's sheet names", async () => {
    const { id } = await notify({ contactEmail: "contact@inconnu.example" });
    expect(await stateAfter(id, 5)).toEqual({ state: "notified", waits: "answer" });
    expect(await stateAfter(id, 40)).toEqual(HELD);
  });

  it("counts where the contract named the address in a version that a published head bound", async () => {
    const contactEmail = "dpo@contrat.example";
    const means = `Par courriel à ${contactEmail}.`;
    const bound = await notify({ contactEmail, breachNoticeMeans: means, isBound: true });
    expect(await stateAfter(bound.id, 40)).toEqual(COUNTS);
    const unbound = await notify({ contactEmail: "dpo@tard.example", breachNoticeMeans: "dpo@tard.example" });
    expect(await stateAfter(unbound.id, 40)).toEqual(HELD);
  });

  it("counts once the address is proven", async () => {
    const email = "claire@prouve.example";
    const { id, controllerId } = await notify({ contactEmail: email });
    const contact = await makeContact(own, { controllerId, email, isProven: false });
    expect(await stateAfter(id, 40)).toEqual(HELD);
    const { contactId } = contact.actor;
    await proveAddress(own, { contactId, controllerId, email });
    expect(await stateAfter(id, 40)).toEqual(COUNTS);
    const entry = await withOrg(own.scope, (tx) =>
      tx.journalText.findFirst({ where: { event: "authorisation.silence-proven" }, select: { text: true } }),
    );
    expect(entry?.text).toContain(email);
  });

  it("counts from the opening by a proven contact, and not from that by another", async () => {
    const { id, controllerId, reference } = await notify({ contactEmail: "contact@ouvert.example" });
    const look = { noun: "authorisation" as const, id, label: reference };
    const reader = await makeContact(own, { controllerId, isProven: false });
    await recordPageAccess({ ...reader, now: later(1).now }, look);
    expect(await stateAfter(id, 40)).toEqual(HELD);
    const proven = await makeContact(own, { controllerId });
    await recordPageAccess({ ...proven, now: later(41).now }, look);
    expect(await stateAfter(id, 45)).toEqual(HELD);
    expect(await stateAfter(id, 60)).toEqual(COUNTS);
  });
});
