import { expect, it } from "vitest";
import { done, invalid } from "@/lib/domain/outcome/outcome";
import { subProcessorDocument } from "@/lib/features/sub-processor/write/document";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeSubProcessor } from "@/prisma/factories/sub-processor";
import { openDatabase } from "@/scripts/test/open-database";
import { allocateReferences } from "./numbering";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const renamed = (name: string, row: Awaited<ReturnType<typeof makeSubProcessor>>) => ({
  patch: { content: { ...row.content, identity: { ...row.content.identity, name } } },
  kind: "saved" as const,
  event: "sub-processor.updated" as const,
  shown: ({ content }: typeof row) => ({ name: content.identity.name }),
});
const ask = ({ id, version }: { id: string; version: number }) => ({
  act: "sub-processor.write" as const,
  id,
  version,
});
function openGate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

const versions = (subProcessorId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.subProcessorVersion.findMany({ where: { subProcessorId }, orderBy: { version: "asc" } }),
  );

it("closes the version before, and leaves what is not stated", async () => {
  const row = await makeSubProcessor(ctx);
  const patch = { state: undefined, ...renamed("Orvelle", row).patch };
  const saved = await subProcessorDocument.update(ctx, ask(row), () =>
    done({ ...renamed("Orvelle", row), patch }),
  );
  expect(saved).toMatchObject({ ok: true, value: { state: "listed", version: 2 } });
  const [first, second] = await versions(row.id);
  expect(first!.supersededAt).toEqual(second!.recordedAt);
  expect(second).toMatchObject({ name: "Orvelle", change: "saved", supersededAt: null });
});

it("shows in a conflict what another saved after it had read", async () => {
  const row = await makeSubProcessor(ctx);
  const [read, saved] = [openGate(), openGate()];
  const pending = subProcessorDocument.update(ctx, ask(row), async () => {
    read.open();
    await saved.opened;
    return done(renamed("Yours", row));
  });
  await read.opened;
  await subProcessorDocument.update(ctx, ask(row), () => done(renamed("Theirs", row)));
  saved.open();
  const late = await pending;
  expect(late).toMatchObject({
    ok: false,
    refusal: { kind: "conflict", current: { name: "Theirs" }, version: 2 },
  });
  expect(await versions(row.id)).toHaveLength(2);
});

it("takes back what a verb wrote before it refused", async () => {
  const row = await makeSubProcessor(ctx);
  await subProcessorDocument.update(ctx, ask(row), async (_before, { tx }) => {
    await tx.subProcessor.updateMany({ where: { id: row.id }, data: { service: "Refused" } });
    return invalid("name", "required");
  });
  const stored = await withOrg(ctx.scope, (tx) =>
    tx.subProcessor.findUniqueOrThrow({ where: { id: row.id } }),
  );
  expect(stored.service).not.toBe("Refused");
});

it("numbers several one past the highest ever used, and gives a refused number back", async () => {
  const other = await makeOrganisation(database.ownerUrl);
  await makeSubProcessor(other);
  const allocate = (count: number) =>
    withOrg(other.scope, (tx) =>
      allocateReferences(tx, other, { table: "sub_processor", letters: "SP" }, count),
    );
  expect(await allocate(2)).toEqual(["SP-002", "SP-003"]);
  expect(await allocate(1)).toEqual(["SP-002"]);
});
