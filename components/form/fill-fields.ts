/** A control that a file may fill: what it holds before anybody typed, and what it is called. */
export type Fillable = { label: string; initial?: string };

/** Labels of controls that took a value, and of those that were left as somebody had typed them. */
export type Filling = { filled: string[]; left: string[] };

/**
 * Writes values into a form, by name, where nobody typed anything else: a control is written over while it is empty, has its
 * first value, or that of an earlier file. Announces each change, so that a draft is stored.
 */
export function fillFields(
  form: HTMLFormElement,
  values: Readonly<Record<string, string>>,
  {
    controls,
    earlier,
  }: { controls: Readonly<Record<string, Fillable>>; earlier: Readonly<Record<string, string>> },
): Filling {
  const filling: Filling = { filled: [], left: [] };
  for (const [name, value] of Object.entries(values)) {
    const control = form.elements.namedItem(name);
    const known = controls[name];
    if (!known || !isControl(control)) continue;
    const isFree = ["", known.initial, earlier[name], value].includes(control.value);
    (isFree ? filling.filled : filling.left).push(known.label);
    if (isFree && control.value !== value) write(control, value);
  }
  return filling;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | RadioNodeList;

function isControl(found: Element | RadioNodeList | null): found is Control {
  return [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, RadioNodeList].some(
    (kind) => found instanceof kind,
  );
}

function write(control: Control, value: string): void {
  control.value = value;
  const changed =
    control instanceof RadioNodeList
      ? [...control].find((radio) => radio instanceof HTMLInputElement && radio.checked)
      : control;
  for (const event of ["input", "change"]) changed?.dispatchEvent(new Event(event, { bubbles: true }));
}
