/** A directory as it stands right after its file was read. */
import type { DirectoryDefinition } from '../../src/domain/directory/model.ts';
import {
  type DirectoryEvent,
  type DirectoryState,
  evolveDirectory,
  initialDirectory,
} from '../../src/domain/directory/state.ts';
import { type DirectoryView, viewDirectory } from '../../src/domain/directory/view.ts';

/** Folded from the file. */
function directoryOf(definition: DirectoryDefinition): DirectoryState {
  const state = initialDirectory();
  const events: DirectoryEvent[] = [{ type: 'DirectoryLoaded', definition, fileHash: 'h' }];
  evolveDirectory(state, {
    stream: 'directory',
    seq: 1,
    atMs: 0,
    cause: 'file',
    events,
    replies: [],
    sends: [],
    hash: '',
  });
  return state;
}

export function viewOf(definition: DirectoryDefinition): DirectoryView {
  return viewDirectory(directoryOf(definition));
}
