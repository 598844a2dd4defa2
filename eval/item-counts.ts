/** How many items a unit (document, report) has in the gold, in the answer, and in both. */
export interface ItemCounts {
  right: number;
  gold: number;
  coded: number;
}

/** F1 in percent over all units together; 0 when there is nothing. */
export function f1Of(units: readonly ItemCounts[]): number {
  let right = 0;
  let all = 0;
  for (const unit of units) {
    right += unit.right;
    all += unit.gold + unit.coded;
  }
  return all === 0 ? 0 : (200 * right) / all;
}
