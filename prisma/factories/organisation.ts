import type { Role } from "@/lib/domain/access/actor";
import { itemAt } from "@/lib/domain/invariant/required";
import type { StaffCtx } from "@/lib/platform/request/context";
import { setUp } from "@/lib/features/setup/write/mutations";
import { setupSchema } from "@/lib/features/setup/schema";
import { mintScope } from "@/lib/platform/database/scope";
import { hashToken, newToken } from "@/lib/platform/secrets/token";
import { newId } from "@/lib/platform/database/ids";
import { queryAsOwner, queryWithin } from "./owner-connection";

let serial = 0;

/** Good for every account that a factory makes. */
export const PASSWORD = "une phrase assez longue";

export type MadeOrganisation = StaffCtx & { slug: string; email: string };

/** A new organisation as set-up makes it, and the context of its owner. */
export async function makeOrganisation(
  ownerUrl: string,
  legalName?: string,
  now = new Date(),
): Promise<MadeOrganisation> {
  serial += 1;
  const name = legalName ?? `Centre ${serial}`;
  const token = await makeSetupToken(ownerUrl, now);
  const input = setupSchema.parse({
    token,
    legalName: `${name} ${process.pid} ${serial}`,
    address: "41 boulevard Zerktouni",
    city: "Casablanca",
    country: "MA",
    email: "contact@centre.example",
    phone: "+212 522 00 00 14",
    dpoName: "Salma Idrissi",
    dpoEmail: "dpo@centre.example",
    personName: "Salma Idrissi",
    personEmail: `owner-${process.pid}-${serial}@centre.example`,
    password: PASSWORD,
  });
  const outcome = await setUp(input, now);
  if (!outcome.ok) throw new Error(`The factory's set-up was refused: ${outcome.refusal.kind}`);
  const ctx = await ownerContext(ownerUrl, outcome.value.slug, now);
  return { ...ctx, slug: outcome.value.slug, email: input.personEmail };
}

/** Enters the organisation as a person of another role. */
export function as(ctx: StaffCtx, role: Role): StaffCtx {
  return { ...ctx, actor: { ...ctx.actor, role, memberId: newId(ctx.now) } };
}

/** A set-up link of an hour, as `npm start` prints it. */
export async function makeSetupToken(ownerUrl: string, now: Date): Promise<string> {
  const token = newToken();
  await queryAsOwner(
    ownerUrl,
    "INSERT INTO setup_token (id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)",
    [newId(now), Buffer.from(hashToken(token)), now, new Date(now.getTime() + 3_600_000)],
  );
  return token;
}

async function ownerContext(ownerUrl: string, slug: string, now: Date): Promise<StaffCtx> {
  const orgs = await queryAsOwner<{ id: string }>(ownerUrl, "SELECT id FROM organisation WHERE slug = $1", [
    slug,
  ]);
  const org = itemAt(orgs, 0);
  const members = await queryWithin<{ id: string; person_id: string; name: string }>(
    ownerUrl,
    { org: org.id, scope: "staff" },
    "SELECT id, person_id, name FROM member WHERE org_id = app_org()",
  );
  const member = itemAt(members, 0);
  return {
    actor: {
      kind: "staff",
      personId: member.person_id,
      memberId: member.id,
      orgId: org.id,
      role: "owner",
      name: member.name,
    },
    scope: mintScope({ org: org.id, scope: "staff" }),
    provedAt: now,
    now,
  };
}
