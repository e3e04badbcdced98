import type { NavCount } from "./types";

export function TabCount({ of: count }: { of?: NavCount }) {
  if (count === undefined) return null;
  if (typeof count !== "object") return <span className="count">{count}</span>;
  const { value, hot, mark } = count;
  return (
    <>
      {value !== undefined && <span className={hot ? "count hot" : "count"}>{value}</span>}
      {mark && <span className="count word">{mark}</span>}
    </>
  );
}
