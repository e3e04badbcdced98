import {
  checkScript,
  type MentionFinding,
  type MentionState,
} from "@/lib/domain/telephone-prospecting/script";

export const SCRIPT_LANGUAGES = ["fr", "en", "ar", "other"] as const;
export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number];

/** Words of the mentions are known in French alone. */
const CHECKED_LANGUAGE: ScriptLanguage = "fr";

export type SpokenText = { text: string; language: ScriptLanguage; isRecorded: boolean | null };

/** Holds a text against the mentions due on a day; null where nobody but a reader can. */
export function mentionsOf({ text, language, isRecorded }: SpokenText, day: string): MentionFinding[] | null {
  return language === CHECKED_LANGUAGE ? checkScript(text, { day, isRecorded }) : null;
}

/** States for which a text may not be said: a mention that is due lacks, or one says what is not so. */
const FAULTS: readonly MentionState[] = ["missing", "stale", "wrong"];

/** States that a person settles: a mention said late, or whose words may say something else. */
const DOUBTS = ["late", "unknown", "unclear"] as const satisfies readonly MentionState[];
type DoubtState = (typeof DOUBTS)[number];

/** Mentions for which a text may not be said on that day. */
export function faultsOf(findings: readonly MentionFinding[] | null): MentionFinding[] {
  return (findings ?? []).filter(({ state }) => FAULTS.includes(state));
}

/** Mentions of which a person must make sure: a text that has some is not in order. */
export function doubtsOf(
  findings: readonly MentionFinding[] | null,
): (MentionFinding & { state: DoubtState })[] {
  const isDoubt = (finding: MentionFinding): finding is MentionFinding & { state: DoubtState } =>
    DOUBTS.some((state) => state === finding.state);
  return (findings ?? []).filter(isDoubt);
}
