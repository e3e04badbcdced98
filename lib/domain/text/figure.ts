/** True of a text of figures alone, which says nothing of what they count: "90", "12 000", "1,5". */
export function isFigure(text: string): boolean {
  return /^\p{Nd}[\p{Nd}\s.,]*$/u.test(text.trim());
}
