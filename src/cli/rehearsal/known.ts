/** What the simulated people know: what they handed in and what the bot told them. Nobody looks into the bot's ledger. */
import type { CampaignDefinition, Material, ReturnDefinition } from '../../domain/campaign/definition.ts';
import type { DirectoryView } from '../../domain/directory/view.ts';
import type { EpochMs, PersonId, RowNo, UnitId } from '../../domain/model.ts';
import type { Figures } from './words.ts';

/** One unit's business with one return. */
export interface Affair {
  readonly unit: UnitId;
  readonly returned: ReturnDefinition;
  /** The figures the unit really has. */
  readonly figures: Figures;
  /** The figures as they were last told to the bot. */
  readonly told: Map<RowNo, number>;
  /** Materials the bot said it has. */
  readonly handed: Set<string>;
  /** Whether the bot said that the table is submitted. */
  submitted: boolean;
  /** When the bot said that all is in; null until then. */
  inAtMs: EpochMs | null;
}

export interface Known {
  readonly view: DirectoryView;
  readonly affairs: readonly Affair[];
  /** Units that have to sign, and those that did. */
  readonly addressees: readonly UnitId[];
  readonly signed: Set<UnitId>;
  /** Shift → people who have checked in. */
  readonly arrived: Map<string, Set<PersonId>>;
}

/** People of a unit's post who are not there; nobody where somebody who is not on the roster stands in. */
export function missingFrom({ view, arrived }: Known, shift: string, { unit, people }: Post): readonly PersonId[] {
  const here = [...(arrived.get(shift) ?? [])].filter((person) => view.person(person)?.unit === unit);
  return here.some((person) => !people.includes(person)) ? [] : people.filter((person) => !here.includes(person));
}

export type Post = NonNullable<CampaignDefinition['duty']>['roster'][number];

export function affairsOf({ affairs }: Known, returned: Pick<ReturnDefinition, 'id'>): readonly Affair[] {
  return affairs.filter((affair) => affair.returned.id === returned.id);
}

function lacksTable({ returned, submitted }: Affair): boolean {
  return returned.form !== null && !submitted;
}

export function lackedMaterials({ returned, handed }: Affair): readonly Material[] {
  return returned.materials.filter(({ id }) => !handed.has(id));
}

export function isIn(affair: Affair): boolean {
  return !lacksTable(affair) && lackedMaterials(affair).length === 0;
}

/** `统计表、总结`; nothing where all is in. */
export function lackedText(affair: Affair): string {
  const materials = lackedMaterials(affair).map(({ title }) => title);
  return [...(lacksTable(affair) ? ['统计表'] : []), ...materials].join('、');
}

/** Why words about what an affair lacks are wrong; null where they are right. */
export function wrongAbout(affair: Affair, words: string): string | null {
  const delivered = affair.returned.materials.filter(({ id, title }) => affair.handed.has(id) && words.includes(title));
  if (delivered.length > 0) return `${delivered.map(({ title }) => title).join('、')}已经交了`;
  const unsaid = lackedMaterials(affair).filter(({ title }) => !words.includes(title));
  if (unsaid.length > 0) return `没有说还差${unsaid.map(({ title }) => title).join('、')}`;
  if (affair.returned.form !== null && words.includes('统计表') === affair.submitted)
    return affair.submitted ? '统计表已经提交了' : '没有说还差统计表';
  return null;
}
