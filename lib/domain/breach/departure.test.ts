import { expect, it } from "vitest";
import { departureOf, isForClient, type NoticeLetter } from "./departure";

const letter = (reports: [kind: string, at: number][], of: Partial<NoticeLetter> = {}): NoticeLetter => ({
  reports: reports.map(([kind, at]) => ({ kind, at })),
  isCancelled: false,
  isWaiting: false,
  isJoint: false,
  ...of,
});
const cancelled = letter([], { isCancelled: true });
const bounced = letter([
  ["handed-over", 3],
  ["bounced", 4],
]);
type Sent = Parameters<typeof departureOf>[0];
const sent = (letters: NoticeLetter[], knownAt: number[] = [], isInPortal = false): Sent => ({
  letters,
  knownAt,
  isInPortal,
});

it.each<[string, Sent, number | null, string, boolean, (number | null)?]>([
  ["a letter that waits", sent([letter([], { isWaiting: true })]), null, "may-reach", true],
  ["a letter of which nothing is said", sent([letter([])]), null, "may-reach", true],
  ["one that was handed over", sent([letter([["handed-over", 3]])]), 3, "handed-over", true, null],
  [
    "one that its client's server accepted",
    sent([
      letter([
        ["handed-over", 3],
        ["delivered", 4],
      ]),
    ]),
    3,
    "reached",
    true,
    4,
  ],
  ["one that came back", sent([bounced]), null, "nobody", false],
  ["one that came back and waits again", sent([{ ...bounced, isWaiting: true }]), null, "may-reach", true],
  [
    "one that came back and was sent again",
    sent([letter([...asPairs(bounced), ["handed-over", 6]])]),
    6,
    "handed-over",
    true,
    null,
  ],
  ["one that came back, beside another that waits", sent([bounced, letter([])]), null, "may-reach", true],
  ["a call", sent([cancelled], [5]), 5, "reached", true],
  ["a cancelled letter", sent([cancelled]), null, "nobody", false],
  ["a cancelled letter, shown in a portal", sent([cancelled], [], true), null, "may-reach", true],
  [
    "a cancelled letter beside one that reached a joint controller",
    sent([cancelled, letter([["handed-over", 3]], { isJoint: true })]),
    null,
    "joint-alone",
    false,
  ],
  ["no letter: given by hand, as far as is known", sent([]), null, "may-reach", true],
])("reads how far %s came", (_what, of, leftAt, reach, isGiven, reachedAt = leftAt) => {
  const departure = departureOf(of);
  expect(departure).toEqual({ leftAt, reachedAt, reach });
  expect(isForClient(departure)).toBe(isGiven);
});

function asPairs({ reports }: NoticeLetter): [string, number][] {
  return reports.map(({ kind, at }) => [kind, at]);
}
