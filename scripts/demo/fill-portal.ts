import { done } from "@/lib/domain/outcome/outcome";
import { inviteContact } from "@/lib/features/contact/write/mutations";
import { contactInviteSchema } from "@/lib/features/contact/schema";
import { issueLink } from "@/lib/features/link-sign-in/write/link";
import { signInByLink } from "@/lib/features/link-sign-in/write/mutations";
import { writeMessage } from "@/lib/features/thread/write/mutations";
import { messageSchema } from "@/lib/features/thread/schema";
import type { ContactCtx, StaffCtx } from "@/lib/platform/request/context";
import { openSession, revokeSession } from "@/lib/platform/request/session-store";
import { hashInHex } from "@/lib/platform/secrets/token";
import { newId } from "@/lib/platform/database/ids";
import { mintScope } from "@/lib/platform/database/scope";
import { withAuth, withOrg } from "@/lib/platform/database/transaction";
import { writeAsSelf } from "@/lib/platform/write/write";
import { DEMO_CONTACTS, DEMO_MESSAGES, type DemoMessage } from "./portal-of-demo";
import { valueOf } from "./value-of";

const DEVICE = { userAgent: "demo", address: "127.0.0.1" };

/** Invites the contacts of the clients as the console does; whoever comes in takes the password and asks. */
export async function fillPortal(ctx: StaffCtx, passwordHash: string): Promise<void> {
  const { org } = ctx.scope;
  for (const { controller, hasComeIn, ...said } of DEMO_CONTACTS) {
    const controllerId = await findController(ctx, controller);
    const invitation = contactInviteSchema.parse({ ...said, controllerId });
    const { id: contactId } = valueOf(await inviteContact(ctx, invitation));
    if (!hasComeIn) continue;
    const personId = await openPortalSession(ctx, said.email, passwordHash);
    const token = await openSession(personId, DEVICE, ctx.now, "link");
    const { role, name } = said;
    const contact: ContactCtx = {
      actor: { kind: "controller-contact", contactId, personId, orgId: org, controllerId, role, name },
      scope: mintScope({ org, scope: "portal", controllerId, sessionHash: hashInHex(token) }),
      device: DEVICE,
      sessionId: newId(ctx.now),
      now: ctx.now,
    };
    for (const message of DEMO_MESSAGES) await converse(ctx, contact, message);
    await revokeSession(token, ctx.now);
  }
}

/** Opens the session by the link of a letter. */
async function openPortalSession(
  { now, scope }: StaffCtx,
  email: string,
  passwordHash: string,
): Promise<string> {
  const browser = "demo";
  const link = await writeAsSelf({ person: null, now }, async (tx) =>
    done(await issueLink(tx, { email, browser, isMailed: true }, now)),
  );
  const entered = await signInByLink({ ...valueOf(link), browser, returnPath: "/" }, DEVICE, now);
  if (!entered.id) throw new Error(`The example's contact ${email} could not come in.`);
  await withAuth({ org: scope.org, scope: "staff" }, (tx) =>
    tx.person.update({ where: { id: entered.id }, data: { passwordHash } }),
  );
  return entered.id;
}

async function converse(ctx: StaffCtx, contact: ContactCtx, { about, question, answer }: DemoMessage) {
  const subject = await findSubject(contact, about);
  const stated = (text: string) => messageSchema.parse({ ...subject, text });
  valueOf(await writeMessage(contact, stated(question)));
  if (answer) valueOf(await writeMessage(ctx, stated(answer)));
}

async function findController({ scope }: StaffCtx, legalName: string): Promise<string> {
  const where = { legalName };
  const { id } = await withOrg(scope, (tx) =>
    tx.controller.findFirstOrThrow({ where, select: { id: true } }),
  );
  return id;
}

/** Finds the subject in the contact's own scope. */
function findSubject({ scope }: ContactCtx, about: DemoMessage["about"]) {
  return withOrg(scope, async (tx) => {
    if ("activity" in about) {
      const record = await tx.processingRecord.findFirstOrThrow({
        where: { activity: about.activity },
        select: { id: true },
      });
      return { noun: "processing-record", subjectId: record.id };
    }
    const authorisation = await tx.authorisation.findFirstOrThrow({
      where: { subProcessor: { name: about.subProcessor } },
      select: { id: true },
    });
    return { noun: "authorisation", subjectId: authorisation.id };
  });
}
