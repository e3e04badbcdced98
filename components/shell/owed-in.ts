type Gap = { section: string; level: "required" | "advisable" };

/** What is owed is open, and so is what is advised; the number counts what is required alone. */
export function owedIn(gaps: readonly Gap[], section: string): { owed: number; isOpen: boolean } {
  const own = gaps.filter((gap) => gap.section === section);
  return { owed: own.filter(({ level }) => level === "required").length, isOpen: own.length > 0 };
}
