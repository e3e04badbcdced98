import * as lucide from "lucide-react";
import { createElement, forwardRef } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Icon } from "./icon";
import { iconShapes } from "./icon-shapes";

const inner = (svg: string) => /^<svg[^>]*>(.*)<\/svg>$/s.exec(svg)?.[1];

it.each(Object.entries(lucide.icons).filter((_icon, index) => index % 10 === 0))(
  "draws the shapes of %s as the library does",
  (_name, icon) => {
    expect(iconShapes(icon)?.text).toBe(inner(renderToStaticMarkup(createElement(icon))));
    expect(inner(renderToStaticMarkup(createElement(Icon, { of: icon })))).toBe(iconShapes(icon)?.text);
  },
);

it("leaves an icon of another make to itself", () => {
  const own: lucide.LucideIcon = forwardRef(function Own() {
    return createElement("i");
  });
  expect(iconShapes(own)).toBeNull();
  expect(renderToStaticMarkup(createElement(Icon, { of: own }))).toBe("<i></i>");
});
