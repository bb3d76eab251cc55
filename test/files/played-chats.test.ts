import { expect, it } from 'vitest';
import { readCampaign, readDirectory } from '../../src/files/campaign-files.ts';
import { playedOnPage } from '../../src/files/played-chats.ts';
import { CAMPAIGN_TEXT, DIRECTORY_TEXT } from './example-files.ts';

function played(directoryText: string) {
  const directory = readDirectory(directoryText, 'directory.yaml');
  const campaign = readCampaign(CAMPAIGN_TEXT, 'example.yaml', directory);
  return playedOnPage({
    directory: { definition: directory, sha256: 'as-read' },
    campaigns: [{ definition: campaign, sha256: 'campaign' }],
  }).directory;
}

it('leaves a group of the page as it is', () => {
  expect(played(DIRECTORY_TEXT)).toEqual({ definition: readDirectory(DIRECTORY_TEXT, ''), sha256: 'as-read' });
});

it('plays a group of another platform on the page', () => {
  const { definition, sha256 } = played(DIRECTORY_TEXT.replace('platform: console', 'platform: wecom'));
  expect(definition.chats).toMatchObject([{ id: 'group', platform: 'console', account: 'group', push: 'console' }]);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

it('makes a group with everybody in it for a campaign that has none', () => {
  const { definition } = played(DIRECTORY_TEXT.replace('campaign: example', 'campaign: other'));
  expect(definition.chats.map(({ id, campaign, members }) => [id, campaign, members.length])).toEqual([
    ['group', 'other', 5],
    ['rehearsal-example', 'example', 5],
  ]);
});
