// @ts-check

/**
 * Does one step and prints what it is, and how long it took, when it takes longer than a second.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function step(title, action) {
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  let shown = false;
  const timer = setTimeout(() => { shown = true; console.log(`… ${title}`); }, 1000);
  try {
    const result = await action();
    if (shown) console.log(`✓ ${title} (${seconds()})`);
    return result;
  } catch (error) {
    console.log(`✗ ${title} (${seconds()})`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
