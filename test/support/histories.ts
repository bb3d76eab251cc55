/** What was in the ledger before a test's moment. A history that several tests need gets a name here; a room's own, beside its tests. */
import { instantOf } from '../../src/domain/calendar/zone.ts';
import type { CampaignDefinition, ReturnDefinition } from '../../src/domain/campaign/definition.ts';
import type { CampaignEvent } from '../../src/domain/campaign/slices.ts';
import type { Source } from '../../src/domain/ledger.ts';

/** Something that happened before, of a time. */
export interface Past {
  readonly at: string;
  /** Made for the campaign as it was opened, so that a history need not repeat its rows. */
  readonly events: (definition: CampaignDefinition) => readonly CampaignEvent[];
}

/** Any events, where no history has a name. */
export function happened(at: string, ...events: readonly CampaignEvent[]): Past {
  return { at, events: () => events };
}

export function published(at = '2023-03-12 10:00'): Past {
  return happened(at, { type: 'PlanPublished', by: 'organiser' });
}

export interface Given {
  /** Of the campaign's returns; the first if left out. */
  readonly returnId?: string;
  readonly at?: string;
  /** Who says so; the unit's first liaison if left out. */
  readonly by?: string;
}

/** The table is filled with this figure in every row and confirmed; no material is in. */
export function submittedTable(
  unit: string,
  { figure = 3, ...given }: Given & { readonly figure?: number } = {},
): Past {
  return ofUnit(unit, given, (about, { form }) => [
    { type: 'CellsReported', ...about, cells: (form?.rows ?? []).map(({ no }) => cell(no, figure)) },
    { type: 'SubmissionConfirmed', ...about },
  ]);
}

/** These rows are filled in, and nothing is confirmed. */
export function draftTable(unit: string, figures: Readonly<Record<number, number>>, given: Given = {}): Past {
  const cells = Object.entries(figures).map(([no, figure]) => cell(Number(no), figure));
  return ofUnit(unit, given, (about) => [{ type: 'CellsReported', ...about, cells }]);
}

function cell(row: number, value: number) {
  return { row, value, manner: 'stated', words: `${value}` } as const;
}

/** Every material of the return is handed in, by word. */
export function materialsIn(unit: string, given: Given = {}): Past {
  return ofUnit(unit, given, (about, { materials }) =>
    materials.map(
      ({ id, title }) =>
        ({ type: 'MaterialHandedIn', ...about, material: id, how: 'statement', name: `${title}已报送` }) as const,
    ),
  );
}

/** Table and materials are in. */
export function completeReturn(unit: string, given: Given & { readonly figure?: number } = {}): Past[] {
  return [materialsIn(unit, given), submittedTable(unit, given)];
}

/** Nobody may report or change any more. */
export function closedReturn({ returnId, at = '2023-03-19 10:00', by = 'organiser' }: Given = {}): Past {
  return {
    at,
    events: (definition) => [{ type: 'ReturnClosed', returnId: returnOf(definition, returnId).id, by }],
  };
}

interface About {
  readonly returnId: string;
  readonly unit: string;
  readonly source: Source;
}

function ofUnit(
  unit: string,
  { at = '2023-03-18 10:00', returnId, by = `${unit}-liaison` }: Given,
  events: (about: About, definition: ReturnDefinition) => readonly CampaignEvent[],
): Past {
  const source = { person: by, cause: `given/${unit}@${at}`, atMs: instant(at), words: '' };
  return {
    at,
    events(definition) {
      const returned = returnOf(definition, returnId);
      return events({ returnId: returned.id, unit, source }, returned);
    },
  };
}

function returnOf({ returns }: CampaignDefinition, id: string | undefined): ReturnDefinition {
  const returned = id === undefined ? returns[0] : returns.find((one) => one.id === id);
  if (!returned) throw new Error(`the campaign has no return ${id ?? ''}`);
  return returned;
}

/** `2023-03-14 10:00` */
export function instant(time: string): number {
  const [day = '', clock = ''] = time.split(' ');
  return instantOf(day, clock);
}
