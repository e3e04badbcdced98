import { jointControllersOf } from "@/lib/domain/controller/joint-controllers";
import { addressesIn } from "./notice-addresses";

/** A joint controller of a client as its sheet names it, 26(1), with the addresses by which it may be told. */
export type JointRecipient = {
  name: string;
  /** Addresses found in its own line of the sheet: that of another is typed by a person, who says that both share it. */
  addresses: readonly string[];
  /** Words of its line before a street or a mailbox: proposed as the name to write to. */
  addressee: string;
};

export function jointRecipientsOf(sheet: Parameters<typeof jointControllersOf>[0]): JointRecipient[] {
  return jointControllersOf(sheet).map((name) => ({
    name,
    addresses: addressesIn(name),
    addressee: nameBefore(name),
  }));
}

/** Words of a line before a comma, a bracket, a dash or a mailbox: a name, or a guess at one. */
function nameBefore(line: string): string {
  const [address = ""] = addressesIn(line);
  const beforeMailbox = address === "" ? line : line.slice(0, line.indexOf(address));
  const [first = ""] = beforeMailbox.split(/[,;:،؛([<|\t]|\s[-–—/·]\s/u);
  return first.trim() || line;
}

/** Holds what is chosen for one: an address of its line, one that is typed, or the reason why no letter goes to it. */
export type JointChoice = {
  name: string;
  /** Name to which the letter is written; a person confirms it where the line holds more than a name. */
  addressee: string;
  address: string;
  /** An address that its line does not name; "" where none is typed. It stands before the one chosen. */
  typed: string;
  /** A person says that this address is also that of another known party, whose contact point it is: 26(1). */
  isShared: boolean;
  reason: string;
};
export type JointProblem = {
  path: string;
  key:
    | "jointWithoutName"
    | "jointWithoutReason"
    | "unknownRecipient"
    | "jointSharedAddress"
    | "jointKnownAddress";
};

/** Finds the name that a letter is written to; "" where the line holds more than a name and nobody said which. */
export function jointNameOf({ name, addressee }: JointRecipient, choice: JointChoice | undefined): string {
  return choice?.addressee || (addressee === name ? name : "");
}

/** Finds where one is written to; "" where no letter goes to it. */
export function jointAddressOf({ address, typed }: Pick<JointChoice, "address" | "typed">): string {
  return typed || address;
}

/**
 * Refuses each joint controller that is neither written to nor left out with a reason, beside its field; asks of an address that is
 * another's by the sheet, or was chosen for another, and of one among `known`: of the client itself, of another client or of the
 * processor, whose reading is no receipt of the joint controller.
 */
export function jointProblems(
  recipients: readonly JointRecipient[],
  choices: readonly JointChoice[],
  known: readonly string[],
): JointProblem[] {
  return recipients.flatMap((recipient, place): JointProblem[] => {
    const { name, addresses } = recipient;
    const found = choices.findIndex((choice) => choice.name === name);
    const at = found < 0 ? place : found;
    const choice = choices[at];
    const address = choice ? jointAddressOf(choice) : "";
    if (!choice || address === "")
      return choice?.reason ? [] : [{ path: `joint.${at}.reason`, key: "jointWithoutReason" }];
    if (jointNameOf(recipient, choice) === "")
      return [{ path: `joint.${at}.addressee`, key: "jointWithoutName" }];
    if (choice.typed === "" && !addresses.includes(address))
      return [{ path: `joint.${at}.address`, key: "unknownRecipient" }];
    const isAnothers =
      recipients.some((other, index) => index !== place && holds(other.addresses, address)) ||
      choices.some((other, index) => index < at && holds([jointAddressOf(other)], address));
    const isAsked = isAnothers || holds(known, address);
    if (!isAsked || choice.isShared || holds(addresses, address)) return [];
    return [{ path: `joint.${at}.isShared`, key: isAnothers ? "jointSharedAddress" : "jointKnownAddress" }];
  });
}

function holds(addresses: readonly string[], address: string): boolean {
  return addresses.some((one) => one.toLowerCase() === address.toLowerCase());
}
