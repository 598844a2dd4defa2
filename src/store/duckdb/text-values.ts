/** A value of a column that holds texts and no nulls. */
export function textOf(value: unknown): string {
  if (typeof value !== "string") throw new TypeError(`a text was expected, not ${typeof value}`);
  return value;
}

export function textOrNull(value: unknown): string | null {
  return value === null ? null : textOf(value);
}
