import { createHash } from "node:crypto";

/** Past this many, a process names no new statement: what varies without end (a filter's own shape) is parsed each time. */
const MOST = 500;

/**
 * A name for each text of SQL, so that PostgreSQL parses it once a connection and may keep its plan. The same text has
 * the same name; "" leaves the statement without one.
 */
export function nameStatements(most = MOST): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known || names.size >= most) return known ?? "";
    const name = `amana_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
}
