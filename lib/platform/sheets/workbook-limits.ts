/** Limits of unpacking and reading; `text` counts the characters of all cells. */
export type WorkbookLimits = {
  entries: number;
  /** Bytes that all parts together may unpack to, and how many times its packed size one large part may. */
  unpacked: number;
  ratio: number;
  sheets: number;
  cells: number;
  text: number;
  /** Seconds of processor time. */
  seconds: number;
  megabytes: number;
};

/** 20,000 rows of 25 cells unpack to some 20 MB, and take 3 s and 450 MB on a busy core. */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  entries: 1_000,
  unpacked: 64 * 1024 * 1024,
  ratio: 250,
  sheets: 500,
  cells: 1_000_000,
  text: 12_000_000,
  seconds: 20,
  megabytes: 900,
};
