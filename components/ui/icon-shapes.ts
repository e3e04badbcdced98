import type { LucideIcon } from "lucide-react";
import { markup, type Html } from "./html";

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const drawn = new WeakMap<LucideIcon, Html | null>();

/**
 * Shapes of an icon as markup, made once in a process: the library makes them anew for each of the fifty icons of a page.
 * Null for an icon that does not hold its shapes as the library's do.
 */
export function iconShapes(icon: LucideIcon): Html | null {
  let shapes = drawn.get(icon);
  if (shapes === undefined) drawn.set(icon, (shapes = drawShapes(icon)));
  return shapes;
}

function drawShapes(icon: LucideIcon): Html | null {
  const shapes = shapesOf(icon);
  return shapes && markup`${shapes.map(drawShape)}`;
}

function drawShape([tag, attributes]: Shape): Html {
  const named = Object.entries(attributes).filter(([name]) => name !== "key");
  return markup`<${tag}${named.map(([name, value]) => markup` ${name}="${value}"`)}></${tag}>`;
}

/** The library passes its shapes to the element that an icon renders. */
function shapesOf(icon: LucideIcon): readonly Shape[] | null {
  const { render } = icon as {
    render?: (props: object, ref: null) => { props?: { icon?: { node?: unknown } } };
  };
  const shapes = render?.({}, null).props?.icon?.node;
  return Array.isArray(shapes) && shapes.every(isShape) ? shapes : null;
}

function isShape(shape: unknown): shape is Shape {
  if (!Array.isArray(shape) || shape.length !== 2) return false;
  const [tag, attributes] = shape as [unknown, unknown];
  return (
    typeof tag === "string" &&
    typeof attributes === "object" &&
    attributes !== null &&
    Object.values(attributes).every((value) => typeof value === "string")
  );
}
