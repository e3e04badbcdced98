import type { NavCount } from "./types";

export function TabCount({ of: count }: { of?: NavCount }) {
  if (count === undefined) return null;
  if (typeof count !== "object") return <span className="count">{count}</span>;
  return (
    <span className={count.hot ? "count hot" : "count"}>
      {count.value}
      {count.mark && <span className="aside">{count.mark}</span>}
    </span>
  );
}
