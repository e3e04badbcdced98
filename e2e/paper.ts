import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const APP = join(import.meta.dirname, "../app");

/** Routes whose page is a form, as expressions of their addresses. */
const FORM_ROUTES = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .filter((file) => /<(?:Parted)?FormPage\b/.test(readFileSync(join(APP, file), "utf8")))
  .map((file) =>
    file
      .replace(/\/?page\.tsx$/, "")
      .replace(/\([^)]*\)\/?/g, "")
      .replace(/\[[^\]]+\]/g, "[^/]+"),
  )
  .map((route) => new RegExp(`^/${route}$`));

export function isFormPage(href: string): boolean {
  const [path = ""] = href.split(/[?#]/);
  return FORM_ROUTES.some((route) => route.test(path));
}

/**
 * Finds on a page in print what paper has no use for, and what cannot be read there: parts of the shell, controls, texts over
 * one another, short words cut between lines, headings of nothing, lines of lists that are left out. Runs in the browser.
 */
export function faultsOnPaper() {
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const select = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen);
  const nameOf = (element: Element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`;
  const texts: { text: Text; rect: DOMRect }[] = [];
  const broken: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const parent = text.parentElement;
    if (
      !parent ||
      text.data.trim() === "" ||
      !isSeen(parent) ||
      parent.closest(".sr, script, style, noscript")
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) if (rect.width > 2) texts.push({ text, rect });
    if (!parent.closest("td, th")) continue;
    for (const found of text.data.matchAll(/(?<![\p{L}\p{N}@._/-])\p{L}{3,14}(?![\p{L}\p{N}@._/-])/gu)) {
      range.setStart(text, found.index);
      range.setEnd(text, found.index + found[0].length);
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (tops.size > 1) broken.push(found[0]);
    }
  }
  const ordered = texts.toSorted((one, other) => one.rect.top - other.rect.top);
  const overlapping: string[] = [];
  ordered.forEach(({ text, rect }, index) => {
    for (const other of ordered.slice(index + 1)) {
      if (other.rect.top >= rect.bottom - 3) break;
      const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      const down = Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top);
      if (other.text !== text && across > 3 && down > 4)
        overlapping.push(`${text.data.trim().slice(0, 30)} | ${other.text.data.trim().slice(0, 30)}`);
    }
  });
  const hasText = (element: Element) =>
    texts.some(({ text }) => element.contains(text) && !text.parentElement?.closest("h1, h2, h3"));
  return {
    shell: select("nav, .rail, .portal-head, .portal-nav, .shell-lines, [role='search']")
      .filter((part) => texts.some(({ text }) => part.contains(text)))
      .map(nameOf),
    controls: select("button, input:not([type='hidden']), select, textarea, summary .btn").map(nameOf),
    overlapping,
    broken,
    empty: select(".part:has(h2), .portal-part")
      .filter((part) => !hasText(part))
      .map(nameOf),
    lost: [...document.querySelectorAll("main :is(.agenda > li, tbody > tr)")]
      .filter((line) => !isSeen(line) && !line.closest("form, details, nav, .acts, .pickbar"))
      .map(nameOf),
    links: select("main a[href]").map((link) => ({
      href: link.getAttribute("href") ?? "",
      name: link.textContent.trim(),
    })),
  };
}
