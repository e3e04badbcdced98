import { statementFor, type BreachFile } from "@/lib/domain/breach/file";
import type { ForeignName } from "@/lib/domain/breach/foreign-names";
import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import { followUpNumber, phaseWord } from "@/lib/domain/breach/notice";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import type { ToldNotice } from "@/lib/features/breach/read/told-histories";
import type { ToldHistory } from "@/lib/domain/breach/rectification";
import type { DossierWords } from "@/lib/features/dossier/read/section";
import type { Translator } from "@/lib/i18n/translator";
import type { GivenNotice } from "./breach-notices";

/** Facts, effects and remedy of a breach for one controller, art. 33(5); null where the file, or the notice, does not say. */
export type BreachAccount = {
  whatHappened: string | null;
  persons: number | null;
  records: number | null;
  consequences: string | null;
  measures: string | null;
};

/** Reads it as the file says it of this controller: of its own share first. */
export function accountOfFile(file: BreachFile, controllerId: string): BreachAccount {
  const value = (kind: Parameters<typeof statementFor>[2]) =>
    statementFor(file, controllerId, kind)?.fact.value;
  return {
    whatHappened: value("what-happened")?.text ?? null,
    persons: value("persons")?.count ?? null,
    records: value("records")?.count ?? null,
    consequences: value("consequences")?.text ?? null,
    measures: value("measures")?.text ?? null,
  };
}

/** Reads it as the last notice said it: a controller is given no word of the file, which may name another. Null where it has none. */
export function accountOfNotices(given: readonly GivenNotice[]): BreachAccount | null {
  const content: NoticeContent | undefined = given.findLast(({ phase }) => phase !== "rectifying")?.content;
  if (!content) return null;
  const { whatHappened, persons, records, consequences, measures } = content;
  return { whatHappened, persons, records, consequences, measures };
}

/** Takes out what names a controller whom the dossier is not about, or may: `replacement` stands in its place. */
export function withoutNames(
  account: BreachAccount,
  findForeign: (text: string) => ForeignName[],
  replacement: string,
): BreachAccount {
  const clear = (text: string | null) => (text && findForeign(text).length > 0 ? replacement : text);
  const { whatHappened, consequences, measures } = account;
  return {
    ...account,
    whatHappened: clear(whatHappened),
    consequences: clear(consequences),
    measures: clear(measures),
  };
}

/** Cells of the account, in the order of the columns facts, affected, effects, remedies. */
export function accountCells(account: BreachAccount | null, { dossier }: DossierWords) {
  const notWritten = dossier("notWritten");
  if (!account) return { facts: notWritten, affected: notWritten, effects: notWritten, remedies: notWritten };
  const text = (value: string | null) => value || dossier("notKnown");
  return {
    facts: text(account.whatHappened),
    affected: account.persons === null ? dossier("notKnown") : String(account.persons),
    effects: text(account.consequences),
    remedies: text(account.measures),
  };
}

const REACH = {
  reached: "reached",
  "handed-over": "relay",
  "may-reach": "open",
  "joint-alone": "joint",
  nobody: "nobody",
} as const;

/** Lists what was told to the controller, a line for each notice and call, with whether it reached it. */
export function describeTold(
  { notices, calls }: ToldHistory<ToldNotice>,
  given: readonly GivenNotice[],
  { dossier, instant, label }: Pick<DossierWords, "dossier" | "instant"> & { label: Translator },
): string {
  const lines = [
    ...notices.flatMap(({ id, issuedAt, leftAt, reachedAt, reach }) =>
      given
        .filter((notice) => notice.id === id)
        .map((notice) => ({
          at: issuedAt,
          notice,
          text: dossier("told.notice", {
            label: label("label", { phase: phaseWord(notice.phase), number: followUpNumber(notice) }),
            when: instant(issuedAt),
            reach: REACH[reach],
            leftAt: instant(reachedAt ?? leftAt),
          }),
        }))
        .map(({ at, text, notice }) => ({ at, text: [text, ...describeJoint(notice, dossier)].join(", ") })),
    ),
    ...calls.map(({ at, isRectifying }) => ({
      at,
      text: dossier(isRectifying ? "told.rectifyingCall" : "told.call", { when: instant(at) }),
    })),
  ];
  return lines
    .toSorted((one, other) => one.at - other.at)
    .map(({ text }) => text)
    .join("; ");
}

/** Names the joint controllers who were written to with a notice, 26(1), and those who were not. */
function describeJoint({ joint }: GivenNotice, dossier: Translator): string[] {
  const { told, leftOut } = joint;
  return [
    ...(told.length > 0 ? [dossier("told.joint", { names: told.join(", ") })] : []),
    ...(leftOut.length > 0 ? [dossier("told.jointLeftOut", { names: leftOut.join(", ") })] : []),
  ];
}

/** Gives the same as data. Instants are ISO 8601. */
export function toldData({ notices, calls }: ToldHistory<ToldNotice>): JsonValue {
  return {
    notices: notices.map(({ phase, issuedAt, leftAt, reachedAt, reach }) => ({
      phase,
      issuedAt: new Date(issuedAt).toISOString(),
      reach,
      leftAt: leftAt === null ? null : new Date(leftAt).toISOString(),
      reachedAt: reachedAt === null ? null : new Date(reachedAt).toISOString(),
    })),
    calls: calls.map(({ at, isRectifying }) => ({ at: new Date(at).toISOString(), isRectifying })),
  };
}
