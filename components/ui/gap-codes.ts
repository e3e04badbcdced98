/** Example: ["REG-3", "REG-5", "ADV-1"] → "REG-3 · 5 · ADV-1". */
export function shortenCodes(codes: readonly string[]): string {
  return codes
    .map((code, index) => {
      const [series, number] = splitCode(code);
      const previous = codes[index - 1];
      const before = previous && splitCode(previous)[0];
      return number !== undefined && series === before ? number : code;
    })
    .join(" · ");
}

function splitCode(code: string): [series: string, number: string | undefined] {
  const dash = code.lastIndexOf("-");
  return dash < 0 ? [code, undefined] : [code.slice(0, dash), code.slice(dash + 1)];
}
