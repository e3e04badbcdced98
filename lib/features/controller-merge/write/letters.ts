import type { OwnPeople } from "@/lib/domain/access/own-address";
import { mailboxOf } from "@/lib/domain/access/own-address";
import { otherContactsOf } from "@/lib/domain/contact/other-contacts";
import { contactStatus } from "@/lib/domain/contact/status";
import { mayDecide, type SeenBy, sightChanges } from "@/lib/domain/controller/contact-sight";
import { required } from "@/lib/domain/invariant/required";
import { nameOfOrganisation } from "@/lib/features/contact/write/letters";
import {
  findSightContacts,
  findSightNames,
  type SightContact,
} from "@/lib/features/controller-merge/read/contact-sight";
import { formatList } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import type { Tx } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { StaffCtx } from "@/lib/platform/request/context";

/** Act of the processor that changed what contacts see: a confirmation, its withdrawal, or the end of the merge. */
type Change = "opened" | "closed" | "parted";

/** People of one controller for whom the rows of the same others were opened, or closed. */
type Notified = { change: Change; others: readonly string[]; may: "decide" | "read"; people: SightContact[] };

type Sights = {
  /** Contacts as they were before the act. */
  before: readonly SeenBy[];
  controllerIds: readonly string[];
  closedAs: "closed" | "parted";
  own: OwnPeople;
};

/** Informs each contact whose sight changed, and the signatories of its controller: article 28(3)(a), (h). */
export async function notifySights(tx: Tx, ctx: StaffCtx, sights: Sights): Promise<void> {
  for (const controllerId of sights.controllerIds) {
    const contacts = (await findSightContacts(tx, controllerId)).filter((contact) =>
      ["active", "invited"].includes(contactStatus(contact, ctx.now)),
    );
    const groups = groupChanges(sights, contacts);
    if (groups.length === 0) continue;
    const words = await findWords(tx, ctx, controllerId, groups);
    for (const group of groups) {
      for (const person of group.people) await notifyPerson(tx, ctx, { ...words, group, person });
      await notifySignatories(tx, ctx, { ...words, group, contacts, own: sights.own });
    }
  }
}

function groupChanges({ before, closedAs }: Sights, contacts: readonly SightContact[]): Notified[] {
  const groups = new Map<string, Notified>();
  for (const { id, opened, closed } of sightChanges(before, contacts)) {
    const person = required(
      contacts.find((contact) => contact.id === id),
      "contact whose sight changed",
    );
    const may = person.role === "signatory" && mayDecide(person) ? "decide" : "read";
    for (const [change, others] of [["opened", opened] as const, [closedAs, closed] as const]) {
      if (others.length === 0) continue;
      const key = [change, may, ...others].join(" ");
      const group = groups.get(key) ?? { change, may, others, people: [] };
      group.people.push(person);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

type Words = {
  controller: Awaited<ReturnType<typeof findController>>;
  organisation: string;
  names: ReadonlyMap<string, string>;
};

async function findWords(
  tx: Tx,
  { scope }: StaffCtx,
  controllerId: string,
  groups: readonly Notified[],
): Promise<Words> {
  return {
    controller: await findController(tx, controllerId),
    organisation: await nameOfOrganisation(tx, scope.org),
    names: await findSightNames(tx, [...new Set([controllerId, ...groups.flatMap(({ others }) => others)])]),
  };
}

function findController(tx: Tx, id: string) {
  return tx.controller.findFirstOrThrow({
    where: { id },
    select: { legalName: true, contactName: true, contactEmail: true, language: true },
  });
}

type Reader = { name: string; email: string; language: string };

function letterTo({ name, email, language }: Reader, { actor }: StaffCtx, of: Words & { group: Notified }) {
  const { controller, organisation, names, group } = of;
  const locale = resolveLocale(language, null);
  const others = group.others.map((id) => required(names.get(id), "name of a merged controller"));
  return {
    locale,
    to: { name, address: email },
    params: {
      name,
      organisation,
      by: actor.name,
      controller: controller.legalName,
      others: formatList(others, locale),
      change: group.change,
      may: group.may,
    },
  };
}

async function notifyPerson(
  tx: Tx,
  ctx: StaffCtx,
  of: Words & { group: Notified; person: SightContact },
): Promise<void> {
  const letter = {
    ...letterTo(of.person, ctx, of),
    template: "contact-sight-changed",
    link: `${env().AMANA_URL}/portal/${of.person.id}`,
  };
  await queueMail(tx, ctx.scope.org, letter, ctx.now);
}

type LetterContext = Words & { group: Notified; contacts: readonly SightContact[]; own: OwnPeople };

/** Includes the address of the controller's own sheet, since the person may be its only signatory. */
async function notifySignatories(tx: Tx, ctx: StaffCtx, of: LetterContext): Promise<void> {
  const { group, contacts, controller, own } = of;
  const signatories = contacts.filter(({ role }) => role === "signatory");
  for (const reader of otherContactsOf({ contacts: signatories, controller, except: "", own })) {
    const people = group.people.filter(({ email }) => mailboxOf(email) !== mailboxOf(reader.email));
    if (people.length === 0) continue;
    const { params, ...letter } = letterTo(reader, ctx, of);
    const items = people.map(({ name, capacity, email }) =>
      [name, capacity, email].filter(Boolean).join(" · "),
    );
    await queueMail(
      tx,
      ctx.scope.org,
      { ...letter, template: "contact-sight-told", params: { ...params, items: items.join("\n") } },
      ctx.now,
    );
  }
}
