/**
 * Lines overseas that the parser gave the code of metropolitan France when they were written without one: a key was made of that
 * form, and of the form with their own code where it was written. Both are one line of one person: 0596 512345 is dialled in
 * Martinique, and nowhere else.
 */
const FRENCH_FORM = /^\+33(?:(26[013-9]\d{6})|(59[1-35-9]\d{6})|508(\d{6}))$/;
const OWN_FORM = /^\+(?:262(26[013-9]\d{6})|(?:590|594|596)(59[1-35-9]\d{6})|(508\d{6}))$/;
const CODES_OF_59 = ["596", "594", "590"];

/**
 * Lists the forms in E.164 under which a contact may have been made a key. Keys are made of the first, whichever form is read;
 * what was kept before may stand under the others. Anything but such a line has its own form alone.
 */
export function keyedForms(contact: string): readonly [string, ...string[]] {
  const [, ...own] = OWN_FORM.exec(contact) ?? [];
  const digits = own.find((one) => one !== undefined);
  const french = digits === undefined ? contact : `+33${digits}`;
  const [, ocean, antilles, miquelon] = FRENCH_FORM.exec(french) ?? [];
  if (ocean) return [french, `+262${ocean}`];
  if (antilles) return [french, ...CODES_OF_59.map((code) => `+${code}${antilles}`)];
  return miquelon ? [french, `+508${miquelon}`] : [contact];
}
