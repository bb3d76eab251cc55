/** A transcript as the golden files hold it: one file a day, and the summary. */
export function goldenFiles(startDay: string, transcript: readonly string[], summary: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const message of transcript) {
    const name = `${dayOf(startDay, message)}.txt`;
    files.set(name, `${files.get(name) ?? ''}${message}\n`);
  }
  return files.set('summary.txt', `${summary}\n`);
}

/** `3月12日（周日）09:05 …` in the campaign's year. */
function dayOf(startDay: string, message: string): string {
  const [, month = '', day = ''] = /^(\d+)月(\d+)日/.exec(message) ?? [];
  if (day === '') throw new Error(`no day in: ${message}`);
  return `${startDay.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
