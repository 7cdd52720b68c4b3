/** All that one comes to from a start, itself among it, by the way `onwards` leads from each. */
export function reachedFrom(start, onwards) {
  const reached = new Set();
  const take = (one) => {
    if (reached.has(one)) return;
    reached.add(one);
    for (const other of onwards(one)) take(other);
  };
  take(start);
  return reached;
}
