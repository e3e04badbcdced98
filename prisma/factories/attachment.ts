import { done } from "@/lib/domain/outcome/outcome";
import { attachDocument, closeDocument, withdrawDocument } from "@/lib/features/attachment/write/mutations";
import type { DocumentInput } from "@/lib/features/attachment/schema";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import { storeFile } from "@/lib/platform/files/store";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { valueOf } from "./register";

/** A file of the organisation in two chunks, under the hand of `ctx`; gives its id. The bytes are nobody's picture. */
export async function makeAttachment(ctx: StaffCtx): Promise<string> {
  const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
  const file = { purpose: "logo", fileName: "logo.png", contentType: "image/png", bytes } as const;
  const outcome = await write(withoutRight(ctx), async (tx, journal) =>
    done(await storeFile(tx, ctx, journal, file)),
  );
  if (!outcome.ok) throw new Error(`The factory's file was refused: ${outcome.refusal.kind}`);
  return outcome.value;
}

/** A document beside what it belongs to: a message, unless another file is given. */
export async function makeDocument(
  ctx: Ctx,
  to: Pick<DocumentInput, "noun" | "subjectId"> & { replaces?: string },
  file: DocumentInput["file"] = { fileName: "message.eml", bytes: MESSAGE },
): Promise<string> {
  return valueOf(await attachDocument(ctx, { replaces: null, ...to, file })).id;
}

/** A document beside a contract in force, which its controller was given in error. */
export async function makeClosed(ctx: Ctx, subjectId: string): Promise<string> {
  const about = { noun: "contract", subjectId } as const;
  const id = await makeDocument(ctx, about);
  valueOf(await closeDocument(ctx, { ...about, id, reason: "Donné par erreur", isClosed: true }));
  return id;
}

/** A document that was put beside this contract by mistake. */
export async function makeWithdrawn(ctx: Ctx, { id: subjectId }: { id: string }): Promise<string> {
  const about = { noun: "contract", subjectId } as const;
  const id = await makeDocument(ctx, about);
  return valueOf(await withdrawDocument(ctx, { ...about, id, reason: "Celui d’un autre client" })).id;
}

const MESSAGE = new TextEncoder().encode(
  "From: Claire Vasseur <claire@orvelle.example>\r\nTo: dpo@centre.example\r\n" +
    "Date: Mon, 23 Nov 2026 09:11:58 +0100\r\nSubject: Instruction\r\n\r\nBonjour,\r\n",
);
