/** Who may do what. A reporter writes for his own unit; leaders read; the organiser runs the campaign. */
import type { Person } from './directory/model.ts';
import type { Command } from './utterance.ts';

export type Right = 'anyone' | 'reporter' | 'reader' | 'organiser';

export function rightFor(command: Command): Right {
  switch (command.name) {
    case 'fill':
    case 'previous':
    case 'skip':
    case 'pause':
    case 'confirm':
    case 'reopen':
      return 'reporter';
    case 'progress':
    case 'not-reported':
    case 'who-not-received':
    case 'row-total':
      return 'reader';
    case 'publish':
    case 'chase':
    case 'chase-receipts':
    case 'move-deadline':
    case 'close-return':
    case 'open-return':
    case 'findings':
    case 'bindings':
    case 'settle-binding':
      return 'organiser';
    case 'help':
    case 'quotation':
    case 'greeting':
    case 'receipt':
    case 'plan':
    case 'my-tasks':
    case 'task':
    case 'deadline':
    case 'ask-organiser':
    case 'bind':
    case 'own-progress':
    // One's own unit; of others only a reader's.
    case 'history':
    case 'check-in':
    case 'duty-status':
    case 'assign-duty':
      return 'anyone';
    default:
      return command satisfies never;
  }
}

export function mayDo(person: Person, right: Right): boolean {
  switch (right) {
    case 'anyone':
      return true;
    case 'reporter':
      return person.roles.includes('reporter');
    case 'reader':
      return person.roles.includes('leader') || person.roles.includes('organiser');
    case 'organiser':
      return person.roles.includes('organiser');
    default:
      return right satisfies never;
  }
}
