/** Rows of clients, rows of a table of the company's own register, or sheets of the CNIL's workbook. */
export type RowsKind = "clients" | "own" | "cnil";
