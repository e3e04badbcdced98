/** Parties whose page holds a part for each noun that names them. */
export const PARTIES = ["controller", "sub-processor"] as const;
export type Party = (typeof PARTIES)[number];

/** Compares a column of a row; each comparison is of one column, and all of them hold. */
export type RowTest =
  | { column: string; is: readonly string[] }
  | { column: string; not: readonly string[] }
  | { column: string; above: number };

/** Rows of another table that name the party, by the column that holds the id of the noun's row. */
export type PartyRows = {
  table: string;
  key: string;
  column: string;
  /** The column is of text, as a value of JSON is. */
  isText?: true;
  tests?: readonly RowTest[];
};

/** Column, array or rows by which a row of the noun names a party. */
export type PartyLink = { column: string } | { array: string } | { through: readonly PartyRows[] };

/** A dated event of a row, in the life of the party. */
export type PartyEvents = {
  /** Its facts, and the column that names the row; absent where the row itself holds the date. */
  facts?: { table: string; key: string };
  /** Column of the fact that names the controller: facts of one row may be of several. */
  ofController?: string;
  /** Column of a day, "fact_on", or of an instant, "at". */
  on?: string;
  at?: string;
  /** Column that names the event; absent where each is the same. */
  event?: string;
  tests?: readonly RowTest[];
  /** Key of the words; the event takes the place of the star. */
  words: string;
};

/** Declares what the page of a controller or of a sub-processor shows of a noun: how many, the first ones, what is owed. */
export type PartyPart = {
  /** Table of its rows. */
  table: string;
  links: Partial<Record<Party, PartyLink>>;
  /** Rows of the table that are the noun's; absent where all are. */
  rows?: readonly RowTest[];
  /** Rows that are counted, as the list that `list` opens counts them. */
  counted?: readonly RowTest[];
  /** Rows, of the counted ones, on which the organisation owes something. */
  owed?: readonly RowTest[];
  /** Act without which nothing of it is read. */
  read: string;
  /** List that takes the party in its address, or the part of the same page that shows the rows; documents have none. */
  list?: { segment: string; view?: string; by?: "name" } | { here: string };
  /** Form that takes the party in its address; `of` is the parties whose page does not lead to it elsewhere. */
  begin?: { segment: string; needs: string; of: readonly Party[] };
  /** Page of a row; `segmentOf` is the column that names the noun whose documents it is of. */
  row: {
    segment?: string;
    key?: string;
    segmentOf?: string;
    reference?: string;
    title?: string;
    /** Key of the words of the title, in place of it. */
    titleWords?: string;
  };
  events?: readonly PartyEvents[];
  /** Further tables that name a controller, read with the rows. */
  besides?: readonly string[];
};

/** Says why a noun that names a controller has no part of its page; `tables` are those that name one. */
export type NoPartyPart = { none: string; tables: readonly string[] };
