"use client";

import { useState } from "react";
import { useScripted } from "@/components/ui/use-scripted";

/** Without JavaScript no row can be added, so two blank ones are rendered. */
const SPARE_ROWS = 2;

/** Numbers rows stably: removing one renumbers none. */
export function useRows(value: unknown): {
  rows: readonly number[];
  add: () => void;
  remove: (row: number) => void;
  /** False without JavaScript, where the buttons would have no effect. */
  canChange: boolean;
} {
  const [written, setRows] = useState(() => writtenRows(value));
  const [next, setNext] = useState(() => (written.at(-1) ?? -1) + 1);
  const isScripted = useScripted();
  const spare = Array.from({ length: SPARE_ROWS }, (_, at) => next + at);
  return {
    rows: isScripted ? written : [...written, ...spare],
    add: () => {
      setRows([...written, next]);
      setNext(next + 1);
    },
    canChange: isScripted,
    remove: (row) => setRows(written.filter((other) => other !== row)),
  };
}

/** Reuses the blank rows of a refused form as its spare rows. */
function writtenRows(value: unknown): number[] {
  const rows: unknown[] = Array.isArray(value) ? value : [];
  return rows.flatMap((row, at) =>
    Object.values((row ?? {}) as object).some((cell) => cell !== "" && cell !== undefined) ? [at] : [],
  );
}
