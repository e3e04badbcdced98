import { needsAssessment, type TransferRule } from "./transfer-rule";

/** Questions that an assessment answers before it concludes, clause 14(b)(i)-(ii). */
const ASSESSED = ["data", "actors", "rules", "necessity", "oversight", "remedies", "practice"] as const;

/** Conditions of the transfer impact assessment, clause 14 and C-311/18. */
export const ASSESSMENT_RULES: readonly TransferRule[] = [
  {
    id: "assessment-missing",
    level: "required",
    article: "46; 2021/914 cl. 14; C-311/18",
    section: "assessment",
    field: "assessedOn",
    applies: needsAssessment,
    isMet: ({ content, on }) => isDated(content.assessment.assessedOn, on),
  },
  {
    id: "assessment-stub",
    level: "required",
    article: "2021/914 cl. 14(b), (d)",
    section: "assessment",
    field: "data",
    applies: (it) => needsAssessment(it) && isDated(it.content.assessment.assessedOn, it.on),
    isMet: ({ content: { assessment } }) => ASSESSED.every((question) => assessment[question] !== ""),
  },
  {
    id: "conclusion-missing",
    level: "required",
    article: "2021/914 cl. 14(a), (d)",
    section: "assessment",
    field: "conclusion",
    applies: (it) => needsAssessment(it) && isDated(it.content.assessment.assessedOn, it.on),
    isMet: ({ content: { assessment } }) => assessment.conclusion !== null && assessment.reasons !== "",
  },
  {
    id: "measures-unsaid",
    level: "required",
    article: "2021/914 cl. 14(b)(iii)",
    section: "assessment",
    field: "measures",
    applies: (it) => needsAssessment(it) && it.content.assessment.conclusion === "equivalent-with-measures",
    isMet: ({ content: { assessment } }) => assessment.measures !== "",
  },
  {
    // Suspended, or ended: clause 14(f) and 16.
    id: "not-equivalent",
    level: "required",
    article: "2021/914 cl. 14(f), 16(b)",
    section: "assessment",
    field: "conclusion",
    applies: needsAssessment,
    isMet: ({ content: { assessment } }) => assessment.conclusion !== "not-equivalent",
  },
  {
    id: "review-unset",
    level: "advisable",
    article: "2021/914 cl. 14(e)",
    section: "assessment",
    field: "nextReviewOn",
    applies: (it) => needsAssessment(it) && isDated(it.content.assessment.assessedOn, it.on),
    isMet: ({ content: { assessment } }) => assessment.nextReviewOn !== null,
  },
  {
    id: "review-overdue",
    level: "advisable",
    article: "2021/914 cl. 14(e)",
    section: "assessment",
    field: "nextReviewOn",
    applies: (it) => needsAssessment(it) && it.content.assessment.nextReviewOn !== null,
    isMet: ({ content: { assessment }, on }) =>
      assessment.nextReviewOn !== null && assessment.nextReviewOn >= on,
  },
];

/** Done, by that day. */
function isDated(day: string | null, on: string): boolean {
  return day !== null && day <= on;
}
