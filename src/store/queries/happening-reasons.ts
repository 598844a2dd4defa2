import type { LeavingOut } from "./event-filter.ts";

/** Why happenings that fit are left out: what nobody tells as done, or only as of an earlier era. The conditions are never null. */
export function leftOutReasons({
  allStatuses,
  historical,
}: {
  readonly allStatuses: boolean;
  readonly historical: boolean;
}): readonly LeavingOut[] {
  const untold = (condition: string): string =>
    `(happening NOT IN (SELECT happening FROM events WHERE until_run IS NULL AND happening IS NOT NULL AND ${condition}))`;
  return [
    ...(allStatuses
      ? []
      : [
          {
            told: "that nobody tells as actual",
            option: "--all-statuses",
            condition: untold("status = 'actual'"),
          },
        ]),
    ...(historical ? [] : [{ told: "historical", option: "--historical", condition: untold("NOT historical") }]),
  ];
}
