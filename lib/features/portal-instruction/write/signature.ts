import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findInstruction } from "@/lib/features/instruction/read/queries";
import { answeredStatement, givenStatement } from "@/lib/features/portal-instruction/read/statement";
import type { InstructionAnswer, InstructionGive } from "@/lib/features/portal-instruction/schema";
import type { StatementSignature } from "@/lib/features/second-factor/read/statement-signature";
import {
  readStatementSignature,
  signingOptions,
} from "@/lib/features/second-factor/write/statement-signature";
import { withOrg } from "@/lib/platform/database/transaction";
import type { ContactCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";

type Options = Outcome<PublicKeyCredentialRequestOptionsJSON>;
type Signed = Outcome<StatementSignature | null>;
const REFUSED = "instruction.passkeyRefused";

/** Options of `navigator.credentials.get` for an instruction as it is typed. */
export async function askGivenSignature(ctx: ContactCtx, input: InstructionGive): Promise<Options> {
  if (!isAuthorised(ctx, "instruction.give")) return refuse({ kind: "forbidden" });
  return done(signingOptions(givenStatement(ctx, input)));
}

/** Options of `navigator.credentials.get` for an answer to an instruction. */
export async function askAnswerSignature(ctx: ContactCtx, input: InstructionAnswer): Promise<Options> {
  if (!isAuthorised(ctx, "instruction.answer")) return refuse({ kind: "forbidden" });
  const statement = await findAnswered(ctx, input);
  return statement === null ? refuse({ kind: "not-found" }) : done(signingOptions(statement));
}

/** Null where nothing was signed; refused where another passkey or text was. */
export function readGivenSignature(ctx: ContactCtx, input: InstructionGive): Promise<Signed> {
  const { assertion } = input;
  return readStatementSignature(ctx, { assertion, statement: givenStatement(ctx, input) }, REFUSED);
}

/** Null where nothing was signed; refused where another passkey, instruction or answer was. */
export async function readAnswerSignature(ctx: ContactCtx, input: InstructionAnswer): Promise<Signed> {
  const { assertion } = input;
  if (assertion === "") return done(null);
  const statement = await findAnswered(ctx, input);
  return statement === null
    ? invalid("", REFUSED)
    : readStatementSignature(ctx, { assertion, statement }, REFUSED);
}

async function findAnswered(ctx: ContactCtx, input: InstructionAnswer): Promise<string | null> {
  const row = await withOrg(ctx.scope, (tx) => findInstruction(tx, input.id));
  return row && answeredStatement(ctx, row, input);
}
