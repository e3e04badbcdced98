import { createHash, createPublicKey, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { downloadAttachment } from "@/lib/features/attachment/write/mutations";
import { signDecision } from "@/prisma/factories/decision";
import { valueOf } from "@/prisma/factories/register";
import { readPdfText } from "@/scripts/test/pdf-text";
import { certificatesOf, ctx, opened, prepareDatabase, read } from "./mutations.fixture";
import { hasPasskey } from "@/lib/features/second-factor/read/statement-signature";

prepareDatabase();

const signaturesOf = (authorisationId: string) =>
  withOrg(ctx.scope, (tx) => tx.decisionSignature.findMany({ where: { authorisationId } }));

const REFUSED = { refusal: { issues: [{ key: "authorisation.passkeyRefused" }] } };

describe("a decision signed by a passkey", () => {
  it("keeps what was signed, so that anybody verifies it without the program", async () => {
    const made = await opened();
    expect(await hasPasskey(made.by)).toBe(false);
    const decided = valueOf(await signDecision(made.by, made.row));
    expect(await hasPasskey(made.by)).toBe(true);
    const [kept] = await signaturesOf(made.row.id);
    expect(kept).toMatchObject({ version: decided.version, contactId: made.by.actor.contactId });
    expect(JSON.parse(kept!.statement)).toMatchObject({
      request: { id: made.row.id, textDigest: made.row.textDigest, listDigest: made.row.listDigest },
      decision: { event: "approve", signatory: "Claire Orvelle" },
    });
    const clientData = Buffer.from(kept!.clientData);
    const challenge = createHash("sha256").update(kept!.statement).digest("base64url");
    expect(JSON.parse(clientData.toString())).toMatchObject({ type: "webauthn.get", challenge });
    const key = createPublicKey({ key: Buffer.from(kept!.publicKey), format: "der", type: "spki" });
    const signed = Buffer.concat([kept!.authenticatorData, createHash("sha256").update(clientData).digest()]);
    expect(verify("sha256", signed, key, Buffer.from(kept!.signature))).toBe(true);
    const [certificate] = await certificatesOf(made.row.id);
    const { bytes } = valueOf(await downloadAttachment(ctx, certificate!.documentId));
    const printed = (await readPdfText(bytes)).replace(/\s/g, "");
    expect(printed).toContain(Buffer.from(kept!.publicKey).toString("base64"));
    expect(printed).toContain(createHash("sha256").update(kept!.statement).digest("hex"));
    expect(printed).toContain(Buffer.from(kept!.signature).toString("base64"));
    expect(printed).toContain("Texteetlistefournisparlesous-traitant");
  });

  it("is refused where another decision or another person's passkey was used, and nothing is decided", async () => {
    const made = await opened();
    expect(
      await signDecision(made.by, made.row, { signed: { choice: "refuse", reason: "Non" } }),
    ).toMatchObject(REFUSED);
    const other = await opened();
    expect(await signDecision(made.by, made.row, { device: other.by })).toMatchObject(REFUSED);
    expect(await signaturesOf(made.row.id)).toEqual([]);
    expect((await read(made.row.id)).state).toBe("submitted");
  });

  it("is never written by the processor for its client", async () => {
    const made = await opened();
    valueOf(await signDecision(made.by, made.row));
    const [kept] = await signaturesOf(made.row.id);
    const rewrite = withOrg(ctx.scope, (tx) =>
      tx.decisionSignature.updateMany({ where: { id: kept!.id }, data: { statement: "" } }),
    );
    await expect(rewrite).rejects.toThrow(/permission denied/);
  });
});
