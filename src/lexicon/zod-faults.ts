import type { z } from "zod";
import { nearest } from "./nearest.ts";

/** One fault of a checked value: its path, the unknown key if it is one, and the remedy. */
export interface SchemaFault {
  readonly at: readonly (string | number)[];
  readonly key: string | null;
  readonly reason: string;
}

/** The faults of a value that failed its schema, one for each place, told for the author of the file. */
export function faultsOf(error: z.ZodError, value: unknown): readonly SchemaFault[] {
  return error.issues.flatMap((i) => tell(i, [], value));
}

function tell(issue: z.core.$ZodIssue, above: SchemaFault["at"], root: unknown): readonly SchemaFault[] {
  const at = [...above, ...(issue.path as (string | number)[])];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ at, key, reason: "no such field here; see data/ontology/README.md" }));
    case "invalid_union":
      return closest(issue.errors, at, root);
    case "invalid_value":
      return [{ at, key: null, reason: oneOf(issue.values.map(String), root, at) }];
    case "invalid_type":
      return [
        {
          at,
          key: null,
          reason:
            get(root, at) === undefined
              ? `this field is needed (${issue.expected})`
              : `write a ${issue.expected === "array" ? "list" : issue.expected}`,
        },
      ];
    default:
      return [{ at, key: null, reason: issue.message }];
  }
}

/** Of a choice of shapes the one that was meant: whose faults lie deepest, or that fits the kind of value. */
function closest(
  branches: readonly (readonly z.core.$ZodIssue[])[],
  at: SchemaFault["at"],
  root: unknown,
): readonly SchemaFault[] {
  const told = branches.map((issues) => issues.flatMap((i) => tell(i, at, root)));
  const kinds = branches.filter((issues) => !issues.some((i) => i.code === "invalid_type" && i.path.length === 0));
  if (kinds.length === 0) {
    const wanted = branches.flatMap((b) => b.flatMap((i) => (i.code === "invalid_type" ? [i.expected] : [])));
    return [{ at, key: null, reason: `write one of: ${[...new Set(wanted)].join(", ")}` }];
  }
  const values = kinds.flatMap((b) =>
    b.flatMap((i) => (i.code === "invalid_value" && i.path.length === 0 ? i.values.map(String) : [])),
  );
  if (values.length) return [{ at, key: null, reason: oneOf(values, root, at) }];
  return told.filter((_, i) => kinds.includes(branches[i] ?? [])).sort((a, b) => depth(b) - depth(a))[0] ?? [];
}

function depth(faults: readonly SchemaFault[]): number {
  return Math.max(0, ...faults.map((f) => f.at.length + (f.key === null ? 0 : 1)));
}

function oneOf(allowed: readonly string[], root: unknown, at: SchemaFault["at"]): string {
  const given = get(root, at);
  const near = typeof given === "string" ? nearest(given, allowed) : null;
  return near === null
    ? `write one of ${allowed.join(", ")}`
    : `did you mean ${near}? It is one of ${allowed.join(", ")}`;
}

function get(root: unknown, at: SchemaFault["at"]): unknown {
  let value = root;
  for (const key of at) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
