"use client";

import { useState } from "react";
import { useScripted } from "@/components/ui/use-scripted";

/** Without JavaScript a row cannot be added: two stand ready. */
const SPARE_ROWS = 2;

/**
 * Rows of a repeating part, each under a number that stays its own when a neighbour goes; the schema leaves out the
 * numbers that are missing and the rows left blank.
 */
export function useRows(value: unknown): {
  rows: readonly number[];
  add: () => void;
  remove: (row: number) => void;
  /** False without JavaScript: what cannot be pressed is not shown. */
  canChange: boolean;
} {
  const [kept, setKept] = useState(() => writtenRows(value));
  const [next, setNext] = useState(() => (kept.at(-1) ?? -1) + 1);
  const isScripted = useScripted();
  const spare = Array.from({ length: SPARE_ROWS }, (_, at) => next + at);
  return {
    rows: isScripted ? kept : [...kept, ...spare],
    add: () => {
      setKept([...kept, next]);
      setNext(next + 1);
    },
    canChange: isScripted,
    remove: (row) => setKept(kept.filter((other) => other !== row)),
  };
}

/** A refused form comes back with the spare rows it was sent with: those left blank are spare again. */
function writtenRows(value: unknown): number[] {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  return rows.flatMap((row, at) =>
    Object.values((row ?? {}) as object).some((cell) => cell !== "" && cell !== undefined) ? [at] : [],
  );
}
