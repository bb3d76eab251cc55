import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCampaign } from '../../../src/files/campaign-files.ts';
import { shanghaiDirectory } from '../../support/given.ts';

const text = readFileSync(new URL('../../../config/campaigns/shanghai-2023.yaml', import.meta.url), 'utf8');
const read = (more: string) => readCampaign(`${text}\n${more}\n`, 'shanghai-2023.yaml', shanghaiDirectory).review;

it('asks for no acceptance unless the file does', () => {
  expect(read('')).toEqual({ acceptance: 'none' });
  expect(read('review: {acceptance: required}')).toEqual({ acceptance: 'required' });
});

it('says what may be written', () => {
  expect(() => read('review: {acceptance: yes}')).toThrow(
    '写 required（提交后要组织者审核通过）或 none（提交即可，不用审核）',
  );
});
