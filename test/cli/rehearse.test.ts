import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rehearse } from '../../src/cli/rehearsal/rehearse.ts';
import { summaryText } from '../../src/cli/rehearsal/summary.ts';
import { instantOf } from '../../src/domain/calendar/zone.ts';

const config = fileURLToPath(new URL('../../config/', import.meta.url));
const run = (seed: number) =>
  rehearse({ campaign: `${config}campaigns/shanghai-2023.yaml`, directory: `${config}directory.yaml`, seed });

describe('the Shanghai campaign, rehearsed', () => {
  // Reviewed by eye. After an intended change of words: `npx vitest run -u` and read the difference.
  it('reads as the golden transcript, and the same again with the same seed', async () => {
    const first = await run(7);
    await expect(`${first.transcript.join('\n')}\n\n${summaryText(first.summary, first.view)}\n`).toMatchFileSnapshot(
      './golden/shanghai-2023-seed-7.txt',
    );
    expect((await run(7)).transcript).toEqual(first.transcript);
  });

  it.each([1, 2, 3, 4, 5])('with seed %i nobody is reminded who owes nothing, and no total is wrong', async (seed) => {
    const { summary } = await run(seed);
    expect(summary).toMatchObject({ units: 27, completeness: 1, remindersToUnitsOwingNothing: 0, wrongTotals: [] });
    expect(summary.timeliness).toBeGreaterThan(0.5);
  });

  it('begins when it is told to, with the directory it is told of', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-rehearse-'));
    const directory = join(folder, 'people.yaml');
    // A directory as an office has it: its group is on WeCom.
    const text = readFileSync(`${config}directory.yaml`, 'utf8');
    writeFileSync(directory, text.replace('platform: console', 'platform: wecom').replaceAll('王若溪', '王一凡'));
    const { transcript } = await rehearse({
      campaign: `${config}campaigns/shanghai-2023.yaml`,
      directory,
      seed: 7,
      startMs: instantOf('2023-03-13', '08:30'),
    });
    expect(transcript[0]).toMatch(/^3月13日（周一）09:05 ［3·15活动工作群］/);
    expect(transcript.join()).toContain('王一凡');
    await expect(rehearse({ campaign: 'no/such.yaml', directory, seed: 7 })).rejects.toThrow('没有这个文件');
  });

  it('sounds different with another seed', async () => {
    const [one, other] = [await run(1), await run(2)];
    expect(one.transcript).not.toEqual(other.transcript);
  });
});
