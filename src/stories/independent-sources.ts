import type { Happening } from "./happening.ts";

/**
 * For each report of a happening the number of the independent source that it stands for: copies of one text are one source, and so are the
 * reports of one paper.
 */
export function independentSources({ members }: Happening): ReadonlyMap<string, number> {
  const groups: { readonly keys: Set<string>; readonly reports: Set<string> }[] = [];
  for (const { trace } of members) {
    const { id, story, source } = trace.report;
    const keys = [`story ${story}`, ...(source === null || source === "" ? [] : [`source ${source}`])];
    const met = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const [group = { keys: new Set<string>(), reports: new Set<string>() }, ...rest] = met;
    if (met.length === 0) groups.push(group);
    for (const other of rest) {
      for (const key of other.keys) group.keys.add(key);
      for (const report of other.reports) group.reports.add(report);
      groups.splice(groups.indexOf(other), 1);
    }
    for (const key of keys) group.keys.add(key);
    group.reports.add(id);
  }
  return new Map(groups.flatMap(({ reports }, i) => [...reports].map((report) => [report, i] as const)));
}
