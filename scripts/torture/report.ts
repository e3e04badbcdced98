import { itemAt, lastOf } from "@/lib/domain/invariant/required";
import type { Findings } from "./inspect";
import type { Victim } from "./processes";
import type { MailCount } from "./until-mailed";

/** Kill with the findings after it. */
export type Kill = Findings & {
  victim: Victim;
  /** Milliseconds until every part was there and answered. */ backIn: number;
};

const COLUMNS = [4, 18, 9, 14, 13, 13, 10, 8];

export function printHead() {
  printRow([
    "#",
    "killed -9",
    "back in",
    "acknowledged",
    "writes lost",
    "letters lost",
    "half-done",
    "journal",
  ]);
}

export function printKill(number: number, { victim, backIn, ...found }: Kill) {
  const { promised, lostWrites, lostLetters, halfDone, journal } = found;
  const cells = [number, victim, inSeconds(backIn), promised, lostWrites, lostLetters, halfDone, journal];
  printRow(cells.map(String));
}

/** The last line, which says no more than what was seen. */
export function judge(
  kills: Kill[],
  last: Findings,
  mail: MailCount,
  unanswered: number,
): { isWhole: boolean; line: string } {
  const all = [...kills, last];
  const worst = (count: (found: Findings) => number) => Math.max(...all.map(count));
  const [writes, letters, half] = [
    worst(({ lostWrites }) => lostWrites),
    worst(({ lostLetters }) => lostLetters),
    worst(({ halfDone }) => halfDone),
  ];
  const isJournalWhole = all.every(({ journal }) => journal === "whole");
  // A letter that its row calls gone, and that no server took.
  const vanished = Math.max(0, mail.queued - mail.waiting - mail.taken);
  const times = kills.map(({ backIn }) => backIn).sort((a, b) => a - b);
  const line = [
    `${kills.length} kills: ${writes + letters} of ${last.promised} acknowledged writes lost, ${half} half done`,
    `journal ${isJournalWhole ? "whole" : "BROKEN"}`,
    `back in ${inSeconds(itemAt(times, 0))} to ${inSeconds(lastOf(times))} (median ${inSeconds(itemAt(times, times.length >> 1))})`,
    `letters: ${mail.queued} queued, ${mail.taken} taken, ${mail.twice} of them more than once, ${mail.waiting} waiting, ${vanished} lost`,
    `${unanswered} tries came to nothing that was promised`,
  ].join("; ");
  return { isWhole: writes + letters + half + vanished === 0 && isJournalWhole, line };
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function printRow(cells: string[]) {
  console.log(cells.map((cell, index) => cell.padStart(itemAt(COLUMNS, index))).join(" "));
}
