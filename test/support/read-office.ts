/** An office's files as the inside sees them, without a running program. */
import type { CampaignDefinition } from '../../src/domain/campaign/definition.ts';
import { evolveDirectory, initialDirectory } from '../../src/domain/directory/state.ts';
import { type DirectoryView, viewDirectory } from '../../src/domain/directory/view.ts';
import { loadCampaign, loadDirectory } from '../../src/files/campaign-files.ts';

export function readOffice(paths: { readonly campaign: string; readonly directory: string }): {
  readonly definition: CampaignDefinition;
  readonly view: DirectoryView;
} {
  const directory = loadDirectory(paths.directory).definition;
  const state = initialDirectory();
  evolveDirectory(state, {
    ...{ stream: 'directory', seq: 1, atMs: 0, cause: 'file', replies: [], sends: [], hash: '' },
    events: [{ type: 'DirectoryLoaded', definition: directory, fileHash: 'h' }],
  });
  return { definition: loadCampaign(paths.campaign, directory).definition, view: viewDirectory(state) };
}
