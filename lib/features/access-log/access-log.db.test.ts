import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchText } from "@/lib/domain/access-log/batch";
import type { Ctx } from "@/lib/platform/request/context";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { recordAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { findAccessEntries } from "@/lib/features/access-log/read/queries";
import { sealAccessLog } from "@/lib/features/access-log/write/mutations";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let job: Ctx;
let contact: MadeContact;
let recordId: string;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
  job = jobContext("access-log-sealing", ctx.scope.org, ctx.now);
  const record = await makeRecord(ctx);
  recordId = record.id;
  contact = await makeContact(ctx, { controllerId: record.controllerId });
});
afterAll(() => database.drop());

const appendEntry = (label: string) =>
  withOrg(contact.scope, (tx) =>
    recordAccess(tx, contact, { noun: "processing-record", id: recordId, label }),
  );
const findEntries = () => withOrg(ctx.scope, (tx) => findAccessEntries(tx, contact.actor.controllerId));

describe("the looks of contacts", () => {
  it("are sealed by one entry of the journal, whose digest is made again from them", async () => {
    await appendEntry("T-001");
    await appendEntry("T-002");
    expect(valueOf(await sealAccessLog(job))).toBe(2);
    const sealed = await findEntries();
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ where: { event: "access-log.sealed" }, orderBy: { seq: "desc" } }),
    );
    expect(entry.subjectId).toBe(sealed[0]!.batchId);
    const text = batchText(
      sealed.map(({ id, contactId, noun, subjectId, label, lookedAt }) => ({
        id,
        contactId: contactId!,
        noun,
        subjectId,
        label,
        at: lookedAt.toISOString(),
      })),
    );
    const { after } = JSON.parse(entry.text!) as { after: { digest: string; count: number } };
    expect(after).toMatchObject({ count: 2, digest: createHash("sha256").update(text).digest("hex") });
    expect(valueOf(await sealAccessLog(job))).toBe(0);
  });

  it("are sealed by nobody but the job", async () => {
    expect(await sealAccessLog(ctx)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  });

  it("are never changed, nor read or written for another controller", async () => {
    await appendEntry("T-003");
    const [last] = await findEntries();
    const change = (data: Record<string, string>) =>
      withOrg(ctx.scope, (tx) => tx.accessLook.updateMany({ where: { id: last!.id }, data }));
    await expect(change({ label: "autre" })).rejects.toThrow();
    const other = await makeContact(ctx);
    await expect(
      withOrg(other.scope, (tx) =>
        recordAccess(tx, { ...contact, now: ctx.now }, { noun: "contract", id: recordId, label: "C-001" }),
      ),
    ).rejects.toThrow();
    const opening = { noun: "authorisation", id: recordId, label: "A-001" } as const;
    await withOrg(contact.scope, (tx) => recordAccess(tx, { ...contact, now: ctx.now }, opening));
    const readBy = (scope: typeof contact.scope) =>
      withOrg(scope, (tx) => tx.accessLook.findMany({ select: { noun: true } }));
    expect([await readBy(contact.scope), await readBy(other.scope)]).toEqual([
      [{ noun: "authorisation" }],
      [],
    ]);
  });
});
