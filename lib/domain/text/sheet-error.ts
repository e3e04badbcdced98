/** Errors of spreadsheets in their languages: "#REF!", "#VALEUR!", "#N/A", "Err:502". */
const ERROR =
  /^(?:#(?:REF|VALEUR|VALUE|WERT|VALOR|¡VALOR|¡REF|BEZUG|BEZUGSFEHLER|RIF|VALORE|VERW|WAARDE|NAAM|NOME|ZAHL|LEEG|GETAL|PROPAGATION|CALCUL|ÜBERLAUF|DESBORDAMENTO|N\/?[AD]|NV|NOM|NAME|DIV\/0|NULL|NUL|NUM|NOMBRE|SPILL|CALC|BLOCKED|FIELD|GETTING_DATA)[!?]?|#{3,}|Err:\d{3})$/iu;

/** True for a cell that holds a spreadsheet's error and nothing else. */
export function isSheetError(text: string): boolean {
  return ERROR.test(text.trim());
}
