/** A workbook that is not read: `key` is a message under `refusals`. */
export class Refused extends Error {
  /**
   * @param {string} key
   * @param {Record<string, string>} params
   */
  constructor(key, params = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}
