import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findShownSignatures } from "@/lib/platform/read/shown-signatures";
import { instructionAnswerSchema } from "@/lib/features/portal-instruction/schema";
import { sha256 } from "@/lib/platform/files/chunks";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeAccepted } from "@/prisma/factories/instruction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { addDevice } from "@/prisma/factories/passkey";
import { makeController, valueOf } from "@/prisma/factories/register";
import { signInstruction } from "@/prisma/factories/signed-acts";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { answerInstruction } from "./mutations";
import { askAnswerSignature } from "./signature";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let ctx: MadeOrganisation;
let by: MadeContact;

beforeAll(async () => {
  database = await freshDatabase();
  ctx = await makeOrganisation(database.ownerUrl);
});
afterAll(() => database.drop());

const begin = async () => {
  const { id: controllerId } = await makeController(ctx);
  by = await makeContact(ctx, { controllerId });
  return controllerId;
};
const signaturesOf = (subjectId: string) =>
  withOrg(ctx.scope, (tx) => tx.contactSignature.findMany({ where: { subjectId } }));
const REFUSED = { refusal: { issues: [{ path: "", key: "instruction.passkeyRefused" }] } };

describe("an instruction signed by a passkey", () => {
  it("keeps what was signed with the instruction, and no session can change it", async () => {
    await begin();
    const given = valueOf(await signInstruction(by));
    const [kept, ...others] = await signaturesOf(given.id);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      noun: "instruction",
      version: given.version,
      contactId: by.actor.contactId,
    });
    expect(JSON.parse(kept!.statement)).toMatchObject({
      act: "give",
      contact: by.actor.contactId,
      instruction: { text: given.text },
    });
    const shown = await withOrg(by.scope, (tx) => findShownSignatures(tx, "instruction", [given.id]));
    expect(shown).toEqual(
      await withOrg(ctx.scope, (tx) => findShownSignatures(tx, "instruction", [given.id])),
    );
    expect(shown).toMatchObject([{ version: given.version, fingerprint: sha256(kept!.publicKey) }]);
    const rewrite = withOrg(ctx.scope, (tx) =>
      tx.contactSignature.updateMany({ where: { id: kept!.id }, data: { statement: "" } }),
    );
    await expect(rewrite).rejects.toThrow(/permission denied/);
  });

  it("is refused where another text or another person's passkey was signed, and nothing is given", async () => {
    await begin();
    expect(await signInstruction(by, { signed: { text: "Conservez tout." } })).toMatchObject(REFUSED);
    const device = await makeContact(ctx, { controllerId: by.actor.controllerId });
    expect(await signInstruction(by, { device })).toMatchObject(REFUSED);
    const { controllerId } = by.actor;
    expect(await withOrg(ctx.scope, (tx) => tx.instruction.count({ where: { controllerId } }))).toBe(0);
  });

  it("is answered with one too, by the digest of the text that is answered", async () => {
    const accepted = await makeAccepted(ctx, { controllerId: await begin() });
    const { sign } = await addDevice(by);
    const { id, version } = accepted;
    const input = instructionAnswerSchema.parse({ id, version, event: "withdraw", power: "annexe 3" });
    const { challenge } = valueOf(await askAnswerSignature(by, input));
    const assertion = JSON.stringify(sign(challenge));
    const other = { ...input, note: "Autre chose", assertion };
    expect(await answerInstruction(by, other)).toMatchObject(REFUSED);
    const withdrawn = valueOf(await answerInstruction(by, { ...input, assertion }));
    expect(await signaturesOf(id)).toMatchObject([{ version: withdrawn.version }]);
  });
});
