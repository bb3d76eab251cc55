/** The Shanghai campaign as the review's tests have it. */
import type { CampaignDefinition, ReturnDefinition } from '../../../src/domain/campaign/definition.ts';
import { shanghai } from '../../support/given.ts';

const [table] = shanghai.returns;
if (!table) throw new Error('the campaign has a return');

/** A return of one material, without a table. */
const roster: ReturnDefinition = {
  ...table,
  id: 'roster',
  title: '值守人员安排表',
  form: null,
  materials: [{ id: 'names', title: '值守名单', aliases: [], accepts: ['file', 'statement'] }],
};

export const tableTitle = `《${table.form?.title}》`;

/** What is submitted has to be accepted. */
export const reviewed: CampaignDefinition = { ...shanghai, review: { acceptance: 'required' } };
export const twoReturns: CampaignDefinition = { ...reviewed, returns: [table, roster] };
