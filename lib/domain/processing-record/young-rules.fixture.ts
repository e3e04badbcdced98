import type { RecordContent } from "./content";
import type { Change } from "./examples.fixture";

const PROCEDURE = {
  id: "0191b2a4-0000-7000-8000-000000000008",
  reference: "PR-002",
  title: "Accord d’un parent",
  state: "running",
  versions: [{ inForceFrom: "2026-01-01" }],
};

/** Rules of article 8 with a change that breaks each and a near one that does not; `beside` is stated with every one. */
export function youngTable(
  beside: Partial<RecordContent> = {},
): [rule: string, broken: Change, kept: Change][] {
  const young = (content: Partial<RecordContent>, procedure: Partial<typeof PROCEDURE> = {}): Change => ({
    content: { ...beside, minorsAnswer: "yes", ...content },
    organisation: { procedures: [{ ...PROCEDURE, ...procedure }] },
  });
  const named = { minorsProcedureId: PROCEDURE.id };
  const from = (inForceFrom: string) => ({ versions: [{ inForceFrom }] });
  return [
    ["MINORS-8.open", young({}), young({ minorsConsent: "no-online-service" })],
    ["MINORS-8.missing", young({ minorsConsent: "engaged" }), young({ ...named, minorsConsent: "engaged" })],
    ["MINORS-8.withdrawn", young(named, { state: "withdrawn" }), young(named)],
    ["MINORS-8.no-version", young(named, { versions: [] }), young(named)],
    ["MINORS-8.not-yet", young(named, from("2026-11-25")), young(named, from("2026-11-24"))],
  ];
}
