import { networkOf } from "@/lib/platform/auth/device";
import type { Device } from "./context";
import { countAttempt } from "./rate-limit";

const HOUR = 3_600_000;
const PER_NETWORK = { tries: 20, windowMs: HOUR };
/** Prevents flooding of a mailbox. */
const PER_ADDRESS = { tries: 3, windowMs: HOUR };
/** Letters to strangers carry the organisation's name, and leave by its relay. */
const PER_ORGANISATION = { tries: 300, windowMs: HOUR };

/** Answers through one link: whoever changes their mind often writes into the register each time. */
const PER_LINK = { tries: 20, windowMs: HOUR };

/** True while a link has not answered too often within the hour. */
export function admitAnswer(linkId: string, now: Date): Promise<boolean> {
  return countAttempt(`answer:link:${linkId}`, PER_LINK, now);
}

/**
 * Requests of data subjects within the hour: more of one network, or of all, are a burst, whose requests are received and
 * held as doubtful, however many they are, since the form of a legal duty refuses nobody, 12(2).
 */
const REQUESTS_PER_NETWORK = { tries: 10, windowMs: HOUR };
const REQUESTS_PER_ORGANISATION = { tries: 60, windowMs: HOUR };

/** Counts a request that a stranger sends, and tells whether it comes in a burst. */
export async function admitRequest(org: string, device: Device, now: Date): Promise<"admitted" | "held"> {
  const network = networkOf(device.address);
  const isOne = await countAttempt(`public-request:network:${network}`, REQUESTS_PER_NETWORK, now);
  const isUsual = await countAttempt(`public-request:organisation:${org}`, REQUESTS_PER_ORGANISATION, now);
  return isOne && isUsual ? "admitted" : "held";
}

/** True while an address, which anybody may type, was not sent too many receipts of requests within the hour. */
export function admitReceipt(email: string, now: Date): Promise<boolean> {
  return countAttempt(`public-request:address:${email}`, PER_ADDRESS, now);
}

type Sent = {
  /** Form that counts apart: "subscribe". */
  form: string;
  org: string;
  /** Address that a letter would go to. */
  email: string;
  device: Device;
  now: Date;
};

/**
 * Counts what a stranger sends. "silent": answered as if it were done, so that nobody learns of an address by its limit.
 * "refused": the sender is told, who learns nothing of anybody by it.
 */
export async function admitStranger({ form, org, email, device, now }: Sent): Promise<StrangerAdmission> {
  const network = networkOf(device.address);
  if (!(await countAttempt(`${form}:network:${network}`, PER_NETWORK, now))) return "refused";
  if (!(await countAttempt(`${form}:address:${email}`, PER_ADDRESS, now))) return "silent";
  if (!(await countAttempt(`${form}:organisation:${org}`, PER_ORGANISATION, now))) return "refused";
  return "admitted";
}

type StrangerAdmission = "admitted" | "silent" | "refused";
