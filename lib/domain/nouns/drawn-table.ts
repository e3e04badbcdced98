/** Rows of one table of which something is drawn, and the column that names what is drawn. */
export type DrawnTable = { table: string; column: string };
