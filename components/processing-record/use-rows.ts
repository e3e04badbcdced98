"use client";

import { useState } from "react";
import { useScripted } from "@/components/form/conflict";

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
} {
  const [kept, setKept] = useState(() =>
    Array.from({ length: Array.isArray(value) ? value.length : 0 }, (_, at) => at),
  );
  const [next, setNext] = useState(kept.length);
  const isScripted = useScripted();
  const spare = Array.from({ length: SPARE_ROWS }, (_, at) => next + at);
  return {
    rows: isScripted ? kept : [...kept, ...spare],
    add: () => {
      setKept([...kept, next]);
      setNext(next + 1);
    },
    remove: (row) => setKept(kept.filter((other) => other !== row)),
  };
}
