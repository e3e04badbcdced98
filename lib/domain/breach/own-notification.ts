import { z } from "zod";
import { authorityOfCountry } from "@/lib/domain/statute/authorities";
import { fold } from "@/lib/domain/text/fold";
import { type AuthorityDuty, hasAuthority } from "./authority-duties";

/** Duties of a controller of which it may tell: to its authority, art. 33(1), and to the persons, art. 34. */
export const OWN_NOTIFICATIONS = ["authority-stated", "persons-stated"] as const;
export type OwnNotificationKind = (typeof OWN_NOTIFICATIONS)[number];

/** `decided-not`: it decided that none is owed; `withdrawn`: what was stated before never was. */
export const OWN_ANSWERS = ["done", "decided-not", "withdrawn"] as const;

/** States what a controller tells of one of them, as it is stored. Texts are "" where nothing is told. */
export const toldSchema = z.object({
  answer: z.enum(OWN_ANSWERS),
  authority: z.string(),
  reference: z.string(),
  /** Reasons for a notification after 72 hours, art. 33(1). */
  delayReason: z.string(),
  note: z.string(),
  correctsId: z.uuid().nullable(),
  /** Reason of a correction. */
  reason: z.string(),
});
export type Told = z.infer<typeof toldSchema>;

/** A statement of a controller. Instants are milliseconds of UTC; `at` is that of the notification, or of the decision. */
export type OwnStatement = {
  id: string;
  kind: OwnNotificationKind;
  at: number;
  told: Told;
  recordedAt: number;
  authorName: string;
};

/** A statement that stands, with what it corrects, newest first. */
export type OwnNotification = OwnStatement & { earlier: readonly OwnStatement[] };

/** Statements that nothing corrects and that are not withdrawn, in the order of their instants: one for each authority told. */
export function standingNotifications(statements: readonly OwnStatement[]): OwnNotification[] {
  const corrected = new Set(statements.map(({ told }) => told.correctsId));
  return statements
    .filter(({ id, told }) => !corrected.has(id) && told.answer !== "withdrawn")
    .map((statement) => ({ ...statement, earlier: earlierOf(statement, statements) }))
    .toSorted((one, other) => one.at - other.at || one.recordedAt - other.recordedAt);
}

function earlierOf({ told }: OwnStatement, statements: readonly OwnStatement[]): OwnStatement[] {
  const before = statements.find(({ id }) => id === told.correctsId);
  return before ? [before, ...earlierOf(before, statements)] : [];
}

/** True where an authority was notified after the 72 hours of art. 33(1); null where no hours are known to run. */
export function isBeyondHours(
  { kind, at, told }: Pick<OwnStatement, "kind" | "at" | "told">,
  target: number | null,
): boolean | null {
  if (kind !== "authority-stated" || told.answer !== "done" || target === null) return null;
  return at > target;
}

/** States where a controller stands towards its authorities, by what it told: it may have notified without telling us. */
export type AuthorityAnswer = "notified" | "decided-not" | "not-told";

export function authorityAnswerOf(standing: readonly OwnNotification[]): AuthorityAnswer {
  const answers = standing.filter(({ kind }) => kind === "authority-stated").map(({ told }) => told.answer);
  if (answers.includes("done")) return "notified";
  return answers.length > 0 ? "decided-not" : "not-told";
}

/**
 * Authorities that a controller may name, by its laws and the countries for which they apply: under 3(2) without an
 * establishment in the Union, that of each country of the persons, EDPB 9/2022 §73. Law 09-08 asks for none.
 */
export function proposedAuthorities(duties: readonly AuthorityDuty[]): string[] {
  const asked = duties.filter(({ kind }) => kind === "hours" || kind === "no-hours");
  const names = asked.flatMap(({ countries }) =>
    countries.flatMap((country) => authorityOfCountry(country) ?? []),
  );
  return [...new Set(names)];
}

/**
 * True where a controller told of each authority that its laws name, notified or decided not to be: its hours need not be shown
 * as running any more. Where they name one or none, whatever it told answers; among several each is found by its name, so that
 * one told of twice is one. What precedes every awareness known, `aware`, is of another breach or dated wrongly: it answers none.
 */
export function areAuthoritiesAnswered(
  standing: readonly OwnNotification[],
  duties: readonly AuthorityDuty[],
  aware: number | null,
): boolean {
  const told = standing.filter(
    (one) => one.kind === "authority-stated" && isBeforeAwareness(one, aware) !== true,
  );
  const proposed = proposedAuthorities(duties);
  if (proposed.length < 2) return told.length > 0;
  return proposed.every((name) => told.some((one) => isSameAuthority(one.told.authority, name)));
}

/** Blind to case and accents; a short name, and words beside a name, as in "Cnil, complément", name the same authority. */
function isSameAuthority(one: string, other: string): boolean {
  const [told, known] = [one, other].map((name) => ` ${fold(name)} `) as [string, string];
  if (told.trim().length < 3 || known.trim().length < 3) return told.trim() !== "" && told === known;
  return (
    told.includes(known) || known.includes(told) || shortNames(other).some((name) => told.includes(name))
  );
}

/** Names between brackets or strokes: "Autorité de protection des données (APD)" → " apd ". */
function shortNames(name: string): string[] {
  const parts = [...name.matchAll(/\(([^()]{1,80})\)/gu)].flatMap(([, inside = ""]) => inside);
  const pieces = name.includes("/") ? name.split("/") : parts;
  return pieces.map((piece) => ` ${fold(piece)} `).filter((piece) => piece.trim() !== "");
}

const MINUTE_MS = 60_000;

/** The earliest instant at which the processor or the controller is known to have been aware; null where none is known. */
export function earliestAwareness(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/**
 * True where a controller states an act that precedes every awareness known: how it knew is asked. Typed to the minute; null
 * where no awareness is known.
 */
export function isBeforeAwareness(
  { at, told }: Pick<OwnStatement, "at" | "told">,
  aware: number | null,
): boolean | null {
  if (told.answer === "withdrawn" || aware === null) return null;
  return at + MINUTE_MS <= aware;
}

type Stating = Pick<OwnStatement, "kind" | "at" | "told">;

/**
 * Names what stands against a further statement: "toldAlready", the same of the same instant; "contradicts", one that was notified
 * and of which it decided not to, article 33(5), which a correction of the first says. Null where nothing does.
 */
export function obstacleOf(
  { kind, at, told }: Stating,
  standing: readonly OwnStatement[],
): "toldAlready" | "contradicts" | null {
  const beside = standing.filter((one) => one.kind === kind && one.id !== told.correctsId);
  const isSame = (one: OwnStatement) => areOfOne(one.told.authority, told.authority);
  const of = kind === "persons-stated" ? beside : beside.filter(isSame);
  if (told.answer === "withdrawn") return null;
  if (of.some((one) => one.told.answer !== told.answer)) return "contradicts";
  return of.some((one) => one.at === at) ? "toldAlready" : null;
}

/** A decision that names no authority is about any. */
function areOfOne(one: string, other: string): boolean {
  return (
    one.trim() === "" || other.trim() === "" || isSameAuthority(one, other) || isSameAuthority(other, one)
  );
}

/** True where a client may have a notification of its own to state: one of its laws has an authority, or it stated one already. */
export function mayHaveOwnNotification(
  duties: readonly AuthorityDuty[],
  own: readonly OwnNotification[],
): boolean {
  return own.length > 0 || hasAuthority(duties);
}
