import { AppError } from "../core/errors.ts";

/** `--sort date`, `--sort -date`: by one of the columns, with - in front for descending. */
export function sortBy<Column extends string>(
  columns: Readonly<Record<Column, string>>,
  text: string,
): { readonly by: Column; readonly descending: boolean } {
  const name = text.replace(/^-/, "");
  const by = (Object.keys(columns) as Column[]).find((key) => key === name);
  if (by !== undefined) return { by, descending: text.startsWith("-") };
  const reason = `sort by ${Object.keys(columns).join(", ")}, with - in front for descending`;
  throw new AppError("OPTION_VALUE", { option: "--sort", value: text, reason });
}
