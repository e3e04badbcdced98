import { todayIn } from "@/lib/domain/time/zones";
import { timeIn } from "./as-typed";
import { canonicalInstruction } from "./text";

/** Parts of an e-mail that a form takes, brought as its proof: nothing of it is proven, a person confirms it. */
export type Emailed = {
  /** Subject and text, at most as long as an instruction may be. */
  words: string;
  sender: string;
  /** Day and hour in Casablanca at which it arrived; "" where the message says no instant. */
  day: string;
  time: string;
  channel: "e-mail";
};

const LONGEST_WORDS = 20_000;

type ReadEmail = { sender: string; subject: string; at: number | null; text: string };

export function emailedFrom({ sender, subject, at, text }: ReadEmail): Exclude<ReadEmailed, "unread" | null> {
  const words = canonicalInstruction([subject, text].filter(Boolean).join("\n\n"));
  return {
    words: words.slice(0, LONGEST_WORDS).trimEnd(),
    isCut: words.length > LONGEST_WORDS,
    sender,
    day: at === null ? "" : todayIn("Africa/Casablanca", at),
    time: at === null ? "" : timeIn(at),
    channel: "e-mail",
  };
}

type Controls = Readonly<Record<keyof Emailed, string>>;

/** Controls of the form for a new instruction, by what they take. */
export const NEW_CONTROLS = {
  words: "text",
  sender: "authorName",
  day: "receivedOn",
  time: "receivedTime",
  channel: "channel",
} as const satisfies Controls;

/** Controls of the form for a confirmation in writing. */
export const CONFIRMATION_CONTROLS = {
  words: "writing",
  sender: "writer",
  day: "on",
  time: "time",
  channel: "medium",
} as const satisfies Controls;

const PARTS = ["words", "sender", "day", "time", "channel"] as const satisfies (keyof Emailed)[];

/** Parts read from a file: "unread" for an e-mail that cannot be read, null for a file that is none. */
export type ReadEmailed = (Emailed & { isCut: boolean }) | "unread" | null;

/** Values by control, of what the e-mail states. */
export function valuesByControl(read: ReadEmailed, controls: Controls): Record<string, string> {
  if (read === null || read === "unread") return {};
  const stated = PARTS.filter((part) => read[part] !== "");
  return Object.fromEntries(stated.map((part) => [controls[part], read[part]]));
}

/** A control that takes a part of an e-mail, its label, and what it holds before anybody typed. */
export type EmailFills = Record<keyof Emailed, { name: string; label: string; initial?: string }>;

export function emailFills<Name extends string>(
  controls: Readonly<Record<keyof Emailed, Name>>,
  labelOf: (name: Name) => string,
  initial: Partial<Record<keyof Emailed, string>>,
): EmailFills {
  const fillOf = (part: keyof Emailed) => ({
    name: controls[part],
    label: labelOf(controls[part]),
    initial: initial[part],
  });
  return {
    words: fillOf("words"),
    sender: fillOf("sender"),
    day: fillOf("day"),
    time: fillOf("time"),
    channel: fillOf("channel"),
  };
}
