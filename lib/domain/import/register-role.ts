import type { Capacity } from "@/lib/domain/processing-record/types";
import { fold } from "@/lib/domain/text/fold";

/** Role in which an entry is kept: of one register, of both, or in words that say neither. */
export type RegisterRole = Capacity | "both" | "unread";

const ROLE_HEAD =
  /^(?:role|qualite|qualification|statut rgpd|capacity|our role|your role|notre role|notre qualite|rol|rolle|ruolo|data processing role|processing role|gdpr role|calidad|posicion|صفة|دور|صفتنا|دورنا)(?: (?:rgpd|gdpr|dsgvo|avg|de l organisme|de l entreprise|de la societe))?$/;
/** A head that offers both roles: "Controller / Processor", "RT/ST", "Rolle (Verantwortlicher/Auftragsverarbeiter)". */
const BOTH_ROLES =
  /^(?:(?:role|rol|rolle|ruolo|qualite) )?(?:rt|responsable(?: (?:de|du|del) (?:traitement|tratamiento))?|controller|verantwortlicher|verantwoordelijke|titolare)(?: (?:ou|or|oder|o|of))? (?:st|sous traitant|processor|auftragsverarbeiter|verwerker|encargado(?: del tratamiento)?|responsabile)$/;
const PROCESSOR =
  /(?:^| )(?:sous traitants?|sous traitance|st|processors?|verwerkers?|auftragsverarbeiter|unterauftragsverarbeiter|encargados?|responsabil[ei](?: del trattamento)?|معالج(?: من باطن| باطن)?|مناول)(?= |$)/;
const CONTROLLER =
  /(?:^| )(?:responsables?|co ?r?responsables?|rt|controllers?|joint controllers?|verantwoordelijken?|verwerkingsverantwoordelijken?|verantwortliche[rn]?|titolar[ei]|contitolar[ei]|مسوول(?: عن معالجة)?|متحكم)(?= |$)/;

export function readRole(cell: string): RegisterRole {
  const role = fold(cell);
  const [isProcessor, isController] = [PROCESSOR.test(role), CONTROLLER.test(role)];
  if (isProcessor && isController) return "both";
  if (isProcessor) return "processor";
  return isController ? "controller" : "unread";
}

function isRoleHead(head: string): boolean {
  return ROLE_HEAD.test(head) || BOTH_ROLES.test(head);
}

/** The column that says in what role each entry is kept; -1 for none. */
export function roleColumn(header: readonly string[]): number {
  return header.findIndex((head) => isRoleHead(fold(head)));
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
