import { seatZone } from "@/lib/domain/time/controller-calendar";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import {
  jointAddressOf,
  jointNameOf,
  jointProblems,
  jointRecipientsOf,
} from "@/lib/domain/breach/joint-recipients";
import { refusalOfAddress } from "@/lib/domain/access/own-address";
import { addressesIn } from "@/lib/domain/breach/notice-addresses";
import { readOwnPeople } from "@/lib/platform/access/own-people";
import type { Tx } from "@/lib/platform/database/transaction";
import { queueMail } from "@/lib/platform/mail/queue";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import type { PrintableNotice } from "@/lib/features/breach-notice/print/print-notice";
import type { NoticeFile } from "@/lib/features/breach-notice/read/file";
import type { NoticeRow } from "@/lib/features/breach-notice/read/queries";
import type { NoticeSave } from "@/lib/features/breach-notice/schema";
import { noticeMail } from "./letters";
import { insertNoticeFact } from "./rows";

/** A joint controller's law is not known here, whatever the client's is. */
const UNKNOWN_LAW = {
  country: null,
  establishments: [],
  targeting: "",
  targetCountries: [],
  clientRole: "controller",
};

/** States which joint controller is neither written to nor left out with a reason, 26(1) and 33(2). */
export async function jointIssues(tx: Tx, ctx: StaffCtx, { controller }: NoticeFile, { joint }: NoticeSave) {
  const known = await findKnownAddresses(tx, ctx, joint.map(jointAddressOf).filter(Boolean));
  return jointProblems(jointRecipientsOf(controller), joint, known).map(({ path, key }) => ({
    path,
    key: `breach-notice.${key}`,
  }));
}

/** Finds which addresses are of a client, by its sheet or its contacts, or of the processor's own people. */
async function findKnownAddresses(tx: Tx, { scope }: StaffCtx, addresses: readonly string[]) {
  if (addresses.length === 0) return [];
  const own = await readOwnPeople(tx, scope.org);
  const known: string[] = [];
  for (const address of addresses) {
    const email = { equals: address, mode: "insensitive" } as const;
    const isKnown =
      refusalOfAddress(address, own) !== null ||
      (await tx.controllerContact.count({ where: { email, endedAt: null } })) > 0 ||
      (await tx.nightContact.count({ where: { email, endedAt: null } })) > 0 ||
      (await isOnSheet(tx, address));
    if (isKnown) known.push(address);
  }
  return known;
}

async function isOnSheet(tx: Tx, address: string): Promise<boolean> {
  const contains = { contains: address, mode: "insensitive" } as const;
  const sheets = await tx.controller.findMany({
    where: { OR: [{ contactEmail: contains }, { dpoContact: contains }] },
    select: { contactEmail: true, dpoContact: true },
  });
  return sheets.some(({ contactEmail, dpoContact }) =>
    addressesIn(`${contactEmail} ${dpoContact}`).some((one) => one.toLowerCase() === address.toLowerCase()),
  );
}

type Told = {
  row: NoticeRow;
  file: NoticeFile;
  input: NoticeSave;
  documentId: string;
  digest: string;
  /** The client's own letter, which one at the same address receives with it. */
  sent: { address: string; letterId: string } | null;
  /** The copy for joint controllers; null where nobody is written to. */
  copy: { documentId: string; digest: string } | null;
};

/** Names the joint controllers of a client to whom a letter goes. */
export function jointToldOf(sheet: NoticeFile["controller"], joint: NoticeSave["joint"]): string[] {
  return jointRecipientsOf(sheet).flatMap(({ name }) => {
    const choice = joint.find((one) => one.name === name);
    return choice && jointAddressOf(choice) !== "" ? [name] : [];
  });
}

/** A notice as joint controllers are sent it: by a law that nobody here knows, whatever the client's is. */
export function jointCopyOf(
  ctx: StaffCtx,
  notice: PrintableNotice,
  copyFor: readonly string[],
): PrintableNotice {
  return { ...notice, copyFor, duties: authorityDuties(UNKNOWN_LAW, today(ctx)) };
}

/**
 * Writes to each joint controller of the client, one letter for each address, or keeps why none goes. What becomes of these letters
 * makes the client aware of nothing: each joint controller is a controller of its own, art. 26.
 */
export async function tellJointControllers(tx: Tx, ctx: StaffCtx, told: Told): Promise<void> {
  const { row, file, input, sent } = told;
  const copy = told.copy ?? told;
  const letters = new Map(sent ? [[sent.address.toLowerCase(), sent.letterId]] : []);
  for (const recipient of jointRecipientsOf(file.controller)) {
    const { name } = recipient;
    const choice = input.joint.find((one) => one.name === name);
    const address = choice ? jointAddressOf(choice) : "";
    const reason = choice?.reason ?? "";
    const fact = { noticeId: row.id, breachId: row.breachId, controllerId: row.controllerId, at: ctx.now };
    if (address === "") {
      await insertNoticeFact(tx, ctx, { ...fact, kind: "joint-not-told", value: { who: name }, reason });
      continue;
    }
    const key = address.toLowerCase();
    const addressee = jointNameOf(recipient, choice);
    const letterId =
      letters.get(key) ?? (await queueLetter(tx, ctx, { ...told, ...copy }, { name: addressee, address }));
    letters.set(key, letterId);
    const { digest } = letterId === sent?.letterId ? told : copy;
    const value = { who: name, addressee, address, digest };
    await insertNoticeFact(tx, ctx, { ...fact, kind: "joint-mail-queued", letterId, value });
  }
}

async function queueLetter(
  tx: Tx,
  ctx: StaffCtx,
  { row, file, documentId, digest }: Told,
  to: { name: string; address: string },
): Promise<string> {
  const letter = await noticeMail({
    notice: row,
    organisation: file.organisation.legalName,
    controller: file.controller.legalName,
    zone: seatZone(file.controller),
    duties: authorityDuties(UNKNOWN_LAW, today(ctx)),
    documentId,
    digest,
    to: { contactId: null, route: "joint", locale: file.locale, ...to },
    // The portal is the client's, also where an address is of both.
    portal: { params: { portal: "no" } },
    after: null,
    isJoint: true,
  });
  return queueMail(tx, ctx.scope.org, letter, ctx.now);
}
