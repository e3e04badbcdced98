import { fold } from "@/lib/domain/text/fold";
import { isClientHead } from "./columns";
import { ownRegister } from "./own-heads";
import { registerByRole, roleColumn } from "./register-role";
import type { ColumnMapping, ImportTarget } from "./types";

/** Fields of article 30(1) alone: one of them makes a table without clients doubtful. */
const OWN: ReadonlySet<string> = new Set(["purposes", "legalBases", "retention", "jointControllers"]);
/** Fields of article 30(2) alone, beside the client's name. */
const PROCESSORS: ReadonlySet<ImportTarget> = new Set(["operations", "contractReference"]);

type Asked = {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** Columns as they are guessed in each register. */
  guess: Readonly<Record<"processor" | "controller", ColumnMapping>>;
};

/**
 * Says whether a person must tell which register a table is, art. 30(1) or 30(2). A column of roles decides, or one of
 * clients; both against each other, or neither beside a field of article 30(1), is asked. A column "Responsable" may name
 * the client or the head of a department.
 */
export function isRegisterAsked({ header, rows, guess }: Asked): boolean {
  if (ownRegister(header)) return false;
  const hasClients = guess.processor.some(
    ({ column, target, source }) =>
      target === "controllerName" &&
      (source === "band" || isClientHead(header[column] ?? "")) &&
      rows.some((row) => fold(row[column] ?? "") !== ""),
  );
  if (roleColumn(header) >= 0) {
    const role = registerByRole(header, rows);
    if (role !== null) return role === "controller" && hasClients;
  }
  if (hasClients) return false;
  const own = new Set(guess.controller.map(({ target }) => target).filter((target) => OWN.has(target)));
  if (own.size === 0) return false;
  return own.size > 1 || !guess.processor.some(({ target }) => namesProcessor(target));
}

function namesProcessor(target: ImportTarget): boolean {
  return target === "controllerName" || PROCESSORS.has(target);
}
