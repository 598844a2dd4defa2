import type { Status } from "../core/codes.ts";
import { AppError } from "../core/errors.ts";
import type { EventFilter, Keeping } from "../store/queries/event-filter.ts";
import { readParty } from "../store/queries/party-choice.ts";

/** Options of the commands that choose events, as commander gives them. */
export interface EventChoiceOptions {
  readonly db: string;
  readonly actor?: readonly string[];
  readonly recipient?: readonly string[];
  readonly country?: readonly string[];
  readonly sector?: readonly string[];
  readonly category?: readonly string[];
  readonly mode?: readonly string[];
  readonly context?: readonly string[];
  readonly place?: readonly string[];
  readonly text?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly status?: readonly Status[];
  readonly allStatuses?: boolean;
  readonly historical?: boolean;
  readonly retold?: boolean;
  readonly once?: boolean;
}

/** The filter that the options ask for. */
export function filterOf(options: EventChoiceOptions): EventFilter {
  const { from = null, to = null } = options;
  checkRange(from, to);
  return {
    actor: (options.actor ?? []).map(readParty),
    recipient: (options.recipient ?? []).map(readParty),
    country: (options.country ?? []).map((code) => codeOf("--country", code)),
    sector: (options.sector ?? []).map((code) => codeOf("--sector", code)),
    category: (options.category ?? []).map((name) => name.toUpperCase()),
    mode: (options.mode ?? []).map((name) => name.toLowerCase()),
    context: (options.context ?? []).map((name) => name.toLowerCase()),
    place: options.place ?? [],
    text: options.text ?? [],
    from,
    to,
  };
}

/** Refuses a range that ends before it begins. */
export function checkRange(from: string | null, to: string | null): void {
  if (from !== null && to !== null && from > to)
    throw new AppError("OPTION_VALUE", { option: "--from", value: from, reason: `it is later than --to ${to}` });
}

/** A code of three letters, in capitals. */
export function codeOf(option: string, text: string): string {
  const code = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new AppError("OPTION_VALUE", { option, value: text, reason: "write a code of three letters" });
}

/** What is kept beside what is by default. */
export function keepingOf({ status, allStatuses, historical, retold, once }: EventChoiceOptions): Keeping {
  return {
    statuses: allStatuses ? null : (status ?? ["actual"]),
    historical: historical ?? false,
    retold: retold ?? false,
    once: once ?? false,
  };
}
