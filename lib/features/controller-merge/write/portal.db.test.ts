import { describe, expect, it } from "vitest";
import { writeMessage } from "@/lib/features/thread/write/mutations";
import { hashInHex } from "@/lib/platform/secrets/token";
import { mintScope } from "@/lib/platform/database/scope";
import { readSession } from "@/lib/platform/request/session-store";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeController, valueOf } from "@/prisma/factories/register";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { ctx, merge, undo, makeServed, prepareDatabase } from "./mutations.fixture";

prepareDatabase();

/** Reads through the scope of the contact's session. */
async function seen(contact: MadeContact) {
  const [line] = (await readSession(contact.token, contact.now))!.contacts;
  const { org } = contact.scope;
  const scope = mintScope({
    org,
    scope: "portal",
    controllerId: line!.controller.id,
    controllerIds: line!.sees,
    sessionHash: hashInHex(contact.token),
  });
  const ids = await withOrg(scope, async (tx) => {
    const select = { id: true };
    const rows = [
      await tx.processingRecord.findMany({ select }),
      await tx.contract.findMany({ select }),
      await tx.transfer.findMany({ select }),
      await tx.authorisation.findMany({ select }),
      await tx.instruction.findMany({ select }),
      await tx.thread.findMany({ select }),
    ];
    const versions = await tx.recordVersion.findMany({ select: { recordId: true, version: true } });
    return [
      ...rows.flat().map(({ id }) => id),
      ...versions.map(({ recordId, version }) => `${recordId} ${version}`),
    ].sort();
  });
  return { ids, role: line!.role, controller: line!.controller };
}

describe("who sees what in the portal of merged controllers", () => {
  it("is what each saw before, until somebody is confirmed by name", async () => {
    const [from, into] = [await makeServed(), await makeServed()];
    const of = async (controllerId: string) => makeContact(ctx, { controllerId });
    const [ours, ticked, theirs, theirsTicked] = [
      await of(from.id),
      await of(from.id),
      await of(into.id),
      await of(into.id),
    ];
    const before = { from: await seen(ours), into: await seen(theirs) };
    expect(before.from.ids.length).toBeGreaterThan(5);
    valueOf(
      await merge(from.id, into.id, { contacts: [ticked.actor.contactId, theirsTicked.actor.contactId] }),
    );
    expect(await seen(ours)).toMatchObject({
      ids: before.from.ids,
      role: "reader",
      controller: { id: into.id },
    });
    expect(await seen(theirs)).toMatchObject({ ids: before.into.ids, role: "signatory" });
    const all = [...before.from.ids, ...before.into.ids].sort();
    expect(await seen(ticked)).toMatchObject({ ids: all, role: "signatory" });
    expect(await seen(theirsTicked)).toMatchObject({ ids: all, role: "signatory" });

    // A later change of a moved row is visible to its former readers alone.
    const { id, version } = from.rows.record;
    valueOf(await moveRecord(ctx, { id, version, event: "suspend", on: "2026-02-05", reason: "Pause" }));
    valueOf(await writeMessage(ctx, { noun: "processing-record", subjectId: id, text: "Suspendu hier." }));
    expect((await seen(ours)).ids).toContain(`${id} ${version + 1}`);
    expect((await seen(theirs)).ids).toEqual(before.into.ids);

    valueOf(await undo(from.id));
    expect((await seen(theirsTicked)).ids.filter((of) => before.from.ids.includes(of))).toEqual([]);
    expect(await seen(ours)).toMatchObject({ role: "signatory", controller: { id: from.id } });
  });

  it("waits for one of two lines of the same address to end", async () => {
    const [from, into] = [await makeController(ctx), await makeController(ctx)];
    const { email, actor } = await makeContact(ctx, { controllerId: from.id });
    await makeContact(ctx, { controllerId: into.id, email, personId: actor.personId });
    expect(await merge(from.id, into.id)).toMatchObject({
      refusal: {
        issues: [{ path: "contacts", key: "controller.merge.sharedContact", params: { address: email } }],
      },
    });
  });
});
