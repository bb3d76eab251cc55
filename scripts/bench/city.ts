/** A made-up city of any size: units with one liaison each, one form of twelve rows, a campaign that all owe. */

import { instantOf } from '../../src/domain/calendar/zone.ts';
import type { CampaignDefinition } from '../../src/domain/campaign/definition.ts';
import type { DirectoryDefinition } from '../../src/domain/directory/model.ts';
import type { Form } from '../../src/domain/form.ts';
import { absentSections } from '../../src/domain/rooms.ts';

export const cityStartMs = instantOf('2023-03-12', '09:00');
const labels = [
  '发布会',
  '公益广告',
  '短视频',
  '宣传资料',
  '现场咨询',
  '媒体专版',
  '行政指导',
  '专题报道',
  '案件查办',
  '座谈会',
  '志愿服务',
  '培训班',
];

export const cityForm: Form = {
  id: 'city',
  title: '活动统计表',
  headerLines: [],
  footerLines: [],
  columns: [],
  hasRemark: false,
  rows: labels.map((label, index) => ({
    no: index + 1,
    seq: String(index + 1),
    label,
    measure: '次',
    kind: 'integer',
    group: null,
    aliases: [],
  })),
};

export function unitIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `u${index}`);
}

export function cityDirectory(count: number): DirectoryDefinition {
  const ids = unitIds(count);
  return {
    units: ids.map((id, index) => ({
      id,
      name: `第${index}街道办事处`,
      shortName: `${index}街道`,
      aliases: [],
      groups: [],
      parent: null,
    })),
    people: [
      ...ids.map((id, index) => ({
        id: `p${index}`,
        name: `联络员${index}`,
        unit: id,
        roles: ['reporter' as const],
        accounts: { console: `p${index}` },
      })),
      { id: 'leader', name: '领导', unit: 'u0', roles: ['leader', 'organiser'], accounts: { console: 'leader' } },
    ],
    chats: [
      {
        id: 'work',
        name: '全市工作群',
        platform: 'console',
        account: 'work',
        campaign: 'city',
        push: 'work',
        members: ids.map((_, index) => `p${index}`),
      },
    ],
  };
}

export function cityCampaign(count: number): CampaignDefinition {
  const units = unitIds(count);
  const audience = { printed: ['各街道'], units, open: [] };
  return {
    ...absentSections(),
    id: 'city',
    title: '全市活动',
    shortTitle: '全市活动',
    notice: {
      title: '通知',
      docNumber: null,
      issuer: '市局',
      date: '2023-03-12',
      addressees: '各街道',
      disclosure: null,
    },
    addressees: audience,
    tasks: [],
    returns: [
      {
        id: 'table',
        title: '统计表',
        form: cityForm,
        materials: [],
        from: audience,
        to: '市局',
        due: {
          phrase: '3月22日前',
          dueAtMs: instantOf('2023-03-21', '17:30'),
          lateAfterMs: instantOf('2023-03-23', '00:00'),
        },
      },
    ],
    findings: [],
  };
}
