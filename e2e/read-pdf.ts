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
      const [, , , , x = 0, y = 0] = item.transform;
      const isWithin = x >= left && x + item.width <= right && y >= bottom && y <= top;
      if (isWithin) words.push(item.str);
    }
  }
  return withoutSpaces(words.join(""));
}

export function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, "");
}
