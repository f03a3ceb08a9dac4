// Requests that a person may make: a bucket that fills again with time. It keeps the persons of the last
// minutes.

/**
 * @param {{ burst: number, perSecond: number, now?: () => number, persons?: number }} options
 * @returns {(person: string) => number} milliseconds to wait; 0 where the request may pass
 */
export function limiter({ burst, perSecond, now = Date.now, persons = 10_000 }) {
  /** @type {Map<string, { left: number, at: number }>} */
  const buckets = new Map();
  return (person) => {
    const at = now();
    const bucket = buckets.get(person) ?? { left: burst, at };
    buckets.delete(person);
    buckets.set(person, bucket);
    if (buckets.size > persons) buckets.delete(buckets.keys().next().value);
    bucket.left = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    if (bucket.left < 1) return Math.ceil(((1 - bucket.left) / perSecond) * 1000);
    bucket.left -= 1;
    return 0;
  };
}
