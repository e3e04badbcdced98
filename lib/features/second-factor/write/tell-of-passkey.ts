import { seatZone } from "@/lib/domain/time/controller-calendar";
import { createHash } from "node:crypto";
import { otherContactsOf } from "@/lib/domain/contact/other-contacts";
import { spkiOf } from "@/lib/features/second-factor/read/public-key";
import { formatInstant } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { authClient } from "@/lib/platform/database/clients";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { queueMail } from "@/lib/platform/mail/queue";

type Registered = { personId: string; credentialId: string; publicKey: Uint8Array };
type ContactLine = { orgId: string; controllerId: string; name: string; email: string };

/**
 * Tells the others of each client for which the person is a contact that it registered a passkey, with the fingerprint that
 * certificates print: who reads one later has it from the day of its registration. Once for each passkey and address.
 */
export async function tellOfPasskey(
  { personId, credentialId, publicKey }: Registered,
  now: Date,
): Promise<void> {
  const lines: ContactLine[] = await authClient().controllerContact.findMany({
    where: { personId, endedAt: null },
    select: { orgId: true, controllerId: true, name: true, email: true },
  });
  const fingerprint = createHash("sha256").update(spkiOf(publicKey)).digest("hex");
  for (const line of lines) await tellOthers(line, { credentialId, fingerprint, now });
}

type Told = { credentialId: string; fingerprint: string; now: Date };

async function tellOthers(
  { orgId, controllerId, ...person }: ContactLine,
  { credentialId, fingerprint, now }: Told,
): Promise<void> {
  const own = await findOwnPeople(orgId);
  await withOrg(jobContext("mail-delivery", orgId, now).scope, async (tx) => {
    const contacts = await tx.controllerContact.findMany({
      where: { controllerId, endedAt: null },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { name: true, email: true, language: true },
    });
    const controller = await tx.controller.findFirstOrThrow({
      where: { id: controllerId },
      select: {
        legalName: true,
        contactName: true,
        contactEmail: true,
        language: true,
        country: true,
        address: true,
      },
    });
    for (const other of otherContactsOf({ contacts, controller, except: person.email, own })) {
      const locale = resolveLocale(other.language, null);
      const letter = {
        template: "contact-passkey-told",
        locale,
        to: { name: other.name, address: other.email },
        params: {
          name: other.name,
          controller: controller.legalName,
          person: person.name,
          address: person.email,
          when: formatInstant(now.getTime(), seatZone(controller), locale),
          fingerprint,
        },
        dedupeKey: `contact-passkey-told ${credentialId} ${other.email}`,
      };
      await queueMail(tx, orgId, letter, now);
    }
  });
}
