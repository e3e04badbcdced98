/** Values that a letter's words came to ask for: of one that was queued before, nothing is said of them. */
const LATER: Partial<Record<string, Record<string, string>>> = {
  "contact-role-told": { mark: "none", secondMark: "none" },
  "portal-decision-told": { mark: "none", secondMark: "none" },
  "breach-notice": {
    joint: "no",
    thresholdHours: "",
    after: "none",
    afterWhen: "",
    completes: "no",
    portal: "unknown",
  },
  "rights-request-passed-on": { timing: "unknown", hours: "", term: "plain", basis: "" },
  "rights-request-passed-on-whole": { timing: "unknown", hours: "", term: "plain", basis: "" },
  "rights-request-set-aside": { portal: "no" },
  "signatory-objections-settled": { hasDocument: "no", file: "", digest: "" },
  "rights-request-carried-out": { answer: "unknown", term: "plain", basis: "" },
};

/** Values of a letter, with those that its words have asked for since it was queued. */
export function withLaterValues(template: string, params: Record<string, string>): Record<string, string> {
  return { ...LATER[template], ...params };
}
