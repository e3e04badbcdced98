import type { OwnNames } from "@/lib/domain/account/password";
import { siteCountriesOf } from "@/lib/domain/organisation/profile";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { isInEea } from "@/lib/domain/statute/eea";
import { organisationDocument } from "@/lib/features/organisation/write/document";
import { organisationSelect, readOrganisation } from "@/lib/features/organisation/read/queries";
import { newId } from "@/lib/platform/database/ids";
import { appendToJournal } from "@/lib/platform/journal/append";
import { draftJournal } from "@/lib/platform/journal/draft";
import { hashPassword } from "@/lib/platform/secrets/password";
import { refusalOfPassword } from "@/lib/platform/secrets/refuse-password";
import { hashToken } from "@/lib/platform/secrets/token";
import { withAuth, type Tx } from "@/lib/platform/database/transaction";
import { isSetupTokenGood } from "@/lib/features/setup/read/queries";
import type { SetupInput } from "@/lib/features/setup/schema";
import { slugOf } from "@/lib/features/setup/read/slug";

/** Consumes the token in the transaction that creates organisation and account. */
export async function setUp(
  input: SetupInput,
  now: Date,
): Promise<Outcome<{ slug: string; personId: string }>> {
  const org = newId(now);
  // Checks the link first, so that nothing is disclosed and no hash computed.
  if (!(await isSetupTokenGood(input.token, now))) return refuse({ kind: "not-found" });
  const refused = await refusalOfPassword(input.password, ownNamesOf(input));
  if (refused) return invalid("password", refused);
  const passwordHash = await hashPassword(input.password);
  return withAuth({ org, scope: "staff" }, async (tx) => {
    // Runs before the token is consumed: a refused address leaves the link valid.
    if (await tx.person.findUnique({ where: { email: input.personEmail } })) {
      return invalid("personEmail", "emailUsed");
    }
    if (!(await consumeToken(tx, input.token, now))) return refuse({ kind: "not-found" });
    const person = await tx.person.create({
      data: {
        id: newId(now),
        email: input.personEmail,
        name: input.personName,
        passwordHash,
        createdAt: now,
      },
    });
    const organisation = await createOrganisation(tx, org, input, now);
    const member = await tx.member.create({
      data: {
        id: newId(now),
        orgId: org,
        personId: person.id,
        role: "owner",
        name: input.personName,
        email: input.personEmail,
        joinedAt: now,
      },
    });
    const ctx = {
      actor: {
        kind: "staff",
        personId: person.id,
        memberId: member.id,
        orgId: org,
        role: "owner",
        name: member.name,
      },
      now,
    } as const;
    await organisationDocument.insertVersions(
      tx,
      { ...ctx, scope: { org } },
      [{ row: organisation }],
      "saved",
    );
    const journal = draftJournal(ctx);
    journal.note({
      event: "organisation.created",
      subject: { noun: "organisation", id: org, label: organisation.legalName },
      after: organisation,
    });
    journal.note({
      event: "member.added",
      subject: { noun: "member", id: member.id, label: member.name },
      after: { role: member.role },
    });
    await appendToJournal(tx, org, journal.entries);
    return done({ slug: organisation.slug, personId: person.id });
  });
}

async function consumeToken(tx: Tx, token: string, now: Date): Promise<boolean> {
  const { count } = await tx.setupToken.updateMany({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

async function createOrganisation(tx: Tx, id: string, input: SetupInput, now: Date) {
  const {
    token: _token,
    personName: _name,
    personEmail: _email,
    password: _password,
    fillExample: _example,
    ...values
  } = input;
  const { address, city, country } = input;
  const seat = { name: "", address, city, country, activity: "", people: null };
  const made = await tx.organisation.create({
    data: {
      ...values,
      id,
      slug: slugOf(input.legalName),
      sites: [seat],
      siteCountries: siteCountriesOf([seat]),
      gdprBinding: isInEea(input.country, now.toISOString().slice(0, 10))
        ? "union-establishment"
        : "contractual-only",
      createdAt: now,
      updatedAt: now,
    },
    select: organisationSelect,
  });
  return readOrganisation(made);
}

function ownNamesOf({ personName, personEmail, legalName }: SetupInput): OwnNames {
  return { name: personName, email: personEmail, organisations: [legalName] };
}
