/** Returns the last of the days on which a list was scrubbed until `day`; "never" where none was. */
export function lastScrubOn(scrubs: readonly string[], day: string): string {
  return (
    scrubs
      .filter((scrub) => scrub <= day)
      .toSorted()
      .at(-1) ?? "never"
  );
}
