/** Asks every few milliseconds until the answer is yes. Rejects after 30 seconds. */
export async function eventually(question: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 30_000;
  while (!(await question())) {
    if (performance.now() > until) throw new Error('The server did not come up within 30 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
