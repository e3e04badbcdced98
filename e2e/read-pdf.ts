import { getDocumentProxy } from "unpdf";

type Placed = { str: string; transform: number[]; width: number };

/**
 * Extracts the text inside the page's edges, without spaces, so that a heading wrapped over two lines remains one word.
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const words: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    for (const item of items.filter((item): item is typeof item & Placed => "str" in item)) {
      const [across = 1, up = 0, , , x = 0, y = 0] = item.transform;
      // A line that is turned, as the heads of a narrow column are, ends above or below its beginning.
      const length = item.width / (Math.hypot(across, up) || 1);
      const [endX, endY] = [x + across * length, y + up * length];
      const isWithin =
        [x, endX].every((at) => at >= left && at <= right) &&
        [y, endY].every((at) => at >= bottom && at <= top);
      if (isWithin) words.push(item.str);
    }
  }
  return withoutSpaces(words.join(""));
}

export function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, "");
}
