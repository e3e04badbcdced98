import { createHash } from "node:crypto";

/**
 * Statements that a process names at most: each connection holds the plan of each, 50 kB, for as long as it lives. What
 * varies without end (a filter's own shape) is parsed each time.
 */
const MOST = 150;
/** Uses from which a statement has a name, so that names go to what every page asks and not to what came first. */
const OFTEN = 10;
/** Texts whose uses are counted at once. */
const COUNTED = 2_000;

/**
 * Names the texts of SQL that are used often, so that PostgreSQL parses them once a connection and may keep their plans.
 * The same text has the same name; "" leaves the statement without one.
 */
export function nameStatements({ most = MOST, often = OFTEN } = {}): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known || names.size >= most) return known ?? "";
    const count = (uses.get(sql) ?? 0) + 1;
    if (count < often) {
      if (uses.size >= COUNTED) uses.clear();
      uses.set(sql, count);
      return "";
    }
    uses.delete(sql);
    const name = `amana_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
    names.set(sql, name);
    if (names.size >= most) uses.clear();
    return name;
  };
}
