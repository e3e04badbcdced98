import type { Capacity } from "@/lib/domain/processing-record/types";
import { fold } from "@/lib/domain/text/fold";

/** Role in which an entry is kept: of one register, of both, or in words that say neither. */
export type RegisterRole = Capacity | "both" | "unread";

const ROLE_HEAD =
  /^(?:role|qualite|qualification|statut rgpd|capacity|our role|your role|notre role|notre qualite|rol|rolle|ruolo|data processing role|صفة|دور)(?: (?:rgpd|gdpr|de l organisme|de l entreprise|de la societe))?$/;
const PROCESSOR =
  /(?:^| )(?:sous traitants?|sous traitance|st|processor|verwerker|auftragsverarbeiter|encargado|معالج من باطن|معالج باطن|مناول)(?= |$)/;
const CONTROLLER =
  /(?:^| )(?:responsables?|co ?responsables?|coresponsables?|rt|controller|joint controller|verantwoordelijke|verwerkingsverantwoordelijke|verantwortlicher|titolare|مسؤول|متحكم)(?= |$)/;

export function readRole(cell: string): RegisterRole {
  const role = fold(cell);
  const [isProcessor, isController] = [PROCESSOR.test(role), CONTROLLER.test(role)];
  if (isProcessor && isController) return "both";
  if (isProcessor) return "processor";
  return isController ? "controller" : "unread";
}

/** The column that says in what role each entry is kept; -1 for none. */
export function roleColumn(header: readonly string[]): number {
  return header.findIndex((head) => ROLE_HEAD.test(fold(head)));
}

/** The register by a column that says in what role each entry is kept; null where none does, or it says both. */
export function registerByRole(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Capacity | null {
  const column = roleColumn(header);
  if (column < 0) return null;
  const roles = new Set(
    rows
      .map((row) => row[column] ?? "")
      .filter((cell) => cell.trim() !== "")
      .map(readRole),
  );
  const [role] = roles;
  return roles.size === 1 && (role === "processor" || role === "controller") ? role : null;
}
