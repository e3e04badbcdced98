import type { Statement, BreachFile } from "./file";
import { statementFor } from "./file";
import { severityOf, type Severity, type SeverityBand } from "./severity";

/** The presumption, and what a person said instead; the controller decides, art. 33 and 34. */
export type JudgedSeverity = {
  presumed: Severity | null;
  overruled: { band: SeverityBand; reason: string; authorName: string } | null;
};

/** Reads of the whole breach, or of one controller's share where it says anything of its own. */
export function severityFor(file: BreachFile, controllerId: string | null): JudgedSeverity {
  const of = (kind: Parameters<typeof statementFor>[2]) =>
    controllerId === null ? file.statements[kind] : statementFor(file, controllerId, kind);
  return {
    presumed: presumedSeverity(of("severity-input"), of("persons"), of("protection")),
    overruled: overruledBy(of("severity-overruled")),
  };
}

function presumedSeverity(
  input: Statement | undefined,
  persons: Statement | undefined,
  protection: Statement | undefined,
): Severity | null {
  const scored = input?.fact.value.severity;
  if (!scored) return null;
  const { protection: stated } = protection?.fact.value ?? {};
  return severityOf({
    dataKinds: scored.dataKinds,
    identification: scored.identification ?? null,
    confidentiality: scored.confidentiality ?? null,
    integrity: scored.integrity ?? null,
    availability: scored.availability ?? null,
    isMalicious: scored.isMalicious ?? null,
    contextAdjustment: scored.contextAdjustment as 0,
    persons: persons?.fact.value.count ?? null,
    isUnintelligible: stated === undefined || stated === "unknown" ? null : stated === "encrypted-key-safe",
  });
}

function overruledBy(statement: Statement | undefined): JudgedSeverity["overruled"] {
  const band = statement?.fact.value.band;
  return band ? { band, reason: statement.fact.reason, authorName: statement.fact.authorName } : null;
}
