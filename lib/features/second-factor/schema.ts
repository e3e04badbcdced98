import { z } from "zod";
import { returnPathSchema } from "@/lib/domain/account/return-path";
import { ticked } from "@/lib/forms/typed-fields";

/** Empty where a recent sign-in makes it unnecessary. */
const password = z.string().max(1000, "tooLong").default("");
const code = z.string().trim().min(1, "required").max(64, "code");
const next = returnPathSchema;
const name = z.string().trim().min(1, "required").max(60, "tooLong");

export const passwordSchema = z.object({ password });
export const codeSchema = z.object({ code });
export const disableSchema = z.object({ password: z.string().min(1, "required").max(1000, "tooLong"), code });
export const beginSchema = z.object({ password, next });
export const confirmSchema = z.object({ code, next });

export const renamePasskeySchema = z.object({ id: z.uuid(), name });
export const removePasskeySchema = z.object({ id: z.uuid(), password });
export const passkeyNameSchema = z.object({ name });

const base64url = z.string().max(20_000);

/** Validates the shape before the library verifies the answer. */
export const registrationSchema = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional().catch(undefined),
  clientExtensionResults: z.object({}).catch({}),
});

export const assertionSchema = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional().catch(undefined),
  clientExtensionResults: z.object({}).catch({}),
});

export type RegistrationInput = z.output<typeof registrationSchema>;
export type AssertionInput = z.output<typeof assertionSchema>;

export const demandSchema = z.object({
  isDemanded: ticked,
});

export const resetSchema = z.object({ memberId: z.uuid() });
