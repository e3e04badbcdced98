import { useEffect, useRef, useState, type MouseEvent, type RefObject } from "react";
import type { Html } from "@/components/ui/html";

/**
 * Counts ticks, which the form's own boxes hold, and stores them in the history entry, so that going back restores
 * them, and so that rows drawn anew are ticked as those before were.
 */
export function usePicks(formRef: RefObject<HTMLFormElement | null>, rows: Html) {
  const [count, setCount] = useState(0);
  const [isAll, setAll] = useState(false);
  const last = useRef(-1);
  const boxes = () => [...(formRef.current?.querySelectorAll<HTMLInputElement>("input[name=id]") ?? [])];
  const recount = () => {
    const ticked = boxes().filter(({ checked }) => checked);
    setCount(ticked.length);
    setAll(false);
    storeTicks(ticked.map(({ value }) => value));
  };
  useEffect(() => {
    const form = formRef.current;
    if (!form) return;
    const noted = storedTicks();
    for (const box of form.querySelectorAll<HTMLInputElement>("input[name=id]"))
      if (noted.includes(box.value)) box.checked = true;
    // Browsers restore other boxes on back navigation.
    const ticked = form.querySelectorAll("input[name=id]:checked").length;
    setCount(ticked);
  }, [formRef, rows]);
  const tick = (checked: boolean, from = 0, to = Infinity) => {
    for (const box of boxes().slice(from, to === Infinity ? undefined : to + 1)) box.checked = checked;
    recount();
  };
  /** With the shift key ticks the range from the last tick. */
  const tickTo = (index: number, checked: boolean, isRange: boolean) => {
    const from = isRange && last.current >= 0 ? last.current : index;
    last.current = index;
    tick(checked, Math.min(from, index), Math.max(from, index));
  };
  return {
    count,
    /** All entries that match the filters, on every page. */
    isAll,
    pickAll: () => setAll(true),
    pickPage: () => tick(true),
    clear: () => tick(false),
    toggle: (index: number, isRange: boolean) => {
      const box = boxes()[index];
      if (box) tickTo(index, !box.checked, isRange);
    },
    onTableClick: ({ target, shiftKey }: MouseEvent) => {
      const index = boxes().findIndex((box) => box === target);
      if (target instanceof HTMLInputElement && index >= 0) tickTo(index, target.checked, shiftKey);
    },
    onHeadChange: (checked: boolean) => tick(checked),
  };
}

/** Merges into the router's history state. */
function storeTicks(ids: readonly string[]): void {
  history.replaceState({ ...(history.state as object | null), ticks: ids }, "");
}

function storedTicks(): readonly string[] {
  const { ticks } = (history.state ?? {}) as { ticks?: unknown };
  return Array.isArray(ticks) ? ticks.filter((id) => typeof id === "string") : [];
}
