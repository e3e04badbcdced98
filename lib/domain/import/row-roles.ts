import type { Capacity } from "@/lib/domain/processing-record/types";
import { question } from "./doubts";
import { readRole, roleColumn } from "./register-role";
import { ASIDE } from "./settle";
import type { TableRow } from "./table";

/** Answer that lets a row in here; the other leaves it to the other register. */
const HERE = "here";

/**
 * Asks of each row that the column of roles does not place in this register, where the column names both: article 30(1) and
 * 30(2) keep two registers. A row of the other one is proposed to be left to it.
 */
export function askRoles(
  rows: readonly TableRow[],
  header: readonly string[],
  register: Capacity,
): TableRow[] {
  const column = roleColumn(header);
  if (column < 0) return [...rows];
  const roles = rows.map(({ cells }) => readRole(cells[column] ?? ""));
  const named = new Set(roles);
  if (!named.has("both") && !(named.has("processor") && named.has("controller"))) return [...rows];
  return rows.map((row, at) => {
    const role = roles[at] ?? "unread";
    if (role === register) return row;
    const text = (row.cells[column] ?? "").trim();
    const { key, params } = question("otherRole", `${register} ${text}`, {
      options: `${HERE}|${ASIDE}`,
      role,
      register,
    });
    return { ...row, remarks: [...row.remarks, [column, key, { ...params, text: text || "—" }]] };
  });
}
