export type RowsKind = "clients" | "own" | "cnil";
