import { typedInstant } from "@/lib/domain/time/typed-instant";

/** Parts of an e-mail that a form may take: nothing of it is proven, a person confirms it. */
export type Emailed = {
  /** Subject and text. */
  words: string;
  /** Name of the sender, else its address. */
  sender: string;
  /** Address of the sender; "" where the message has none. */
  address: string;
  /** Day and hour in Casablanca at which it arrived; "" where the message says no instant. */
  day: string;
  time: string;
  channel: "e-mail";
};

/** Parts read from a file: "unread" for an e-mail that cannot be read, null for a file that is none. */
export type ReadEmailed = Emailed | "unread" | null;

type ReadEmail = { sender: string; address: string; subject: string; at: number | null; text: string };

export function emailedFrom(read: ReadEmail | "unread" | null): ReadEmailed {
  if (read === null || read === "unread") return read;
  const { sender, address, subject, at, text } = read;
  const { on, time } = at === null ? { on: "", time: "" } : typedInstant(at);
  const words = [subject, text].filter(Boolean).join("\n\n");
  return { words, sender, address, day: on, time, channel: "e-mail" };
}

/** Control that takes a part, and the characters that it may hold. */
type Control = { name: string; most?: number };

/** Controls of a form, by the part that they take. */
type Controls = Readonly<Partial<Record<keyof Emailed, Control>>>;

/** Controls of the form for a new instruction. */
export const INSTRUCTION_CONTROLS = {
  words: { name: "text", most: 20_000 },
  sender: { name: "authorName" },
  day: { name: "receivedOn" },
  time: { name: "receivedTime" },
  channel: { name: "channel" },
} as const satisfies Controls;

/** Controls of the form for an instruction's confirmation in writing. */
export const CONFIRMATION_CONTROLS = {
  words: { name: "writing", most: 20_000 },
  sender: { name: "writer" },
  day: { name: "on" },
  time: { name: "time" },
  channel: { name: "medium" },
} as const satisfies Controls;

/** Controls of the form for a person's request. */
export const REQUEST_CONTROLS = {
  words: { name: "words", most: 4000 },
  sender: { name: "name", most: 200 },
  address: { name: "contact", most: 200 },
  day: { name: "on" },
  time: { name: "time" },
  channel: { name: "channel" },
} as const satisfies Controls;

/** A control that takes a part of an e-mail, its label, and what it holds before anybody typed. */
export type EmailFill = Control & { part: keyof Emailed; label: string; initial?: string };

const PARTS = ["words", "sender", "address", "day", "time", "channel"] as const satisfies (keyof Emailed)[];

export function emailFills<Name extends string>(
  controls: Readonly<Partial<Record<keyof Emailed, { name: Name; most?: number }>>>,
  labelOf: (name: Name) => string,
  initial: Readonly<Partial<Record<keyof Emailed, string>>> = {},
): EmailFill[] {
  return PARTS.flatMap((part) => {
    const control = controls[part];
    return control ? [{ ...control, part, label: labelOf(control.name), initial: initial[part] }] : [];
  });
}

/** Values by control, of what the e-mail states, as long as the control takes. */
export function emailValues(read: ReadEmailed, controls: Controls): Record<string, string> {
  if (read === null || read === "unread") return {};
  return Object.fromEntries(
    PARTS.flatMap((part) => {
      const { name, most } = controls[part] ?? {};
      const value = isSaidTwice(read, part, controls) ? "" : read[part];
      return name !== undefined && value !== "" ? [[name, value.slice(0, most).trimEnd()]] : [];
    }),
  );
}

/** A sender without a name is called by its address, which another control may take. */
function isSaidTwice({ sender, address }: Emailed, part: keyof Emailed, controls: Controls): boolean {
  return part === "sender" && sender === address && controls.address !== undefined;
}

/** Characters that the control for the words takes, where the e-mail has more; null where it takes all. */
export function cutAt(read: ReadEmailed, { words }: Controls): number | null {
  if (read === null || read === "unread" || words?.most === undefined) return null;
  return read.words.length > words.most ? words.most : null;
}
