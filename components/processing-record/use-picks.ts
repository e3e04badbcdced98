import { useEffect, useRef, useState, type MouseEvent, type RefObject } from "react";

/** Which rows are ticked. The boxes are the form's own and know it themselves; here they are only counted. */
export function usePicks(formRef: RefObject<HTMLFormElement | null>) {
  const [count, setCount] = useState(0);
  const [isAll, setAll] = useState(false);
  const last = useRef(-1);
  const boxes = () => [...(formRef.current?.querySelectorAll<HTMLInputElement>("input[name=id]") ?? [])];
  const recount = () => {
    setCount(boxes().filter(({ checked }) => checked).length);
    setAll(false);
  };
  // A browser that goes back to a page may give its ticks back.
  useEffect(() => {
    const ticked = formRef.current?.querySelectorAll("input[name=id]:checked").length ?? 0;
    if (ticked > 0) setCount(ticked);
  }, [formRef]);
  const tick = (checked: boolean, from = 0, to = Infinity) => {
    for (const box of boxes().slice(from, to === Infinity ? undefined : to + 1)) box.checked = checked;
    recount();
  };
  return {
    count,
    /** All that answer the filters, on whatever page. */
    isAll,
    pickAll: () => setAll(true),
    pickPage: () => tick(true),
    clear: () => tick(false),
    /** x on a row. */
    toggle: (index: number) => {
      const box = boxes()[index];
      if (!box) return;
      last.current = index;
      tick(!box.checked, index, index);
    },
    /** With the shift key, every row from the last one ticked to this one. */
    onBoxClick: (event: MouseEvent<HTMLInputElement>, index: number) => {
      const { checked } = event.currentTarget;
      const from = event.shiftKey && last.current >= 0 ? last.current : index;
      last.current = index;
      tick(checked, Math.min(from, index), Math.max(from, index));
    },
    onHeadChange: (checked: boolean) => tick(checked),
  };
}
