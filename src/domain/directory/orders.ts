/** Who speaks for a unit: people ask for it, organisers decide, add, replace and take off. */
import type { OrderSpec } from '../room.ts';
import {
  listBindings,
  previewBinding,
  previewSettling,
  requestBinding,
  settleBinding,
  withdrawBinding,
} from './bindings.ts';
import { addPerson, listPeople, previewAdding } from './people.ts';
import { previewRemoving, removePerson } from './remove.ts';
import { previewReplacing, replacePerson } from './replace.ts';
import type { DirectorySituation } from './situation.ts';
import type { DirectoryEvent } from './state.ts';

export type DirectoryOrder =
  | { readonly name: 'bind'; readonly words: string }
  | { readonly name: 'bindings' }
  /** `nos` is empty where no number was said. */
  | { readonly name: 'settle-binding'; readonly nos: readonly number[]; readonly accept: boolean }
  | { readonly name: 'withdraw-binding' }
  | { readonly name: 'people'; readonly words: string }
  | { readonly name: 'add-person'; readonly words: string }
  | { readonly name: 'replace-person'; readonly words: string }
  | { readonly name: 'remove-person'; readonly words: string };

type Specs = {
  readonly [T in DirectoryOrder['name']]: OrderSpec<
    Extract<DirectoryOrder, { readonly name: T }>,
    DirectorySituation,
    DirectoryEvent
  >;
};

/** `1`, `1、2号`, `1 和 2` */
const numbers = '[:：\\s]*(?<nos>(?:\\d+(?!\\d)(?:\\s*号)?[、,，和及\\s]*)*)';

function numbersIn(words: string): number[] {
  return [...new Set((words.match(/\d+/g) ?? []).map(Number))];
}

export const directoryOrders: Specs = {
  bindings: {
    frames: [{ says: /^绑定申请$|^待(?:确认|审核)(?:的)?绑定$/, make: () => ({ name: 'bindings' }) }],
    kind: 'ask',
    right: 'organiser',
    help: '绑定申请',
    obey: listBindings,
  },
  'settle-binding': {
    frames: [
      {
        says: new RegExp(`^(?:确认|同意|通过)绑定(?:申请)?${numbers}$`),
        make: ({ nos = '' }) => ({ name: 'settle-binding', nos: numbersIn(nos), accept: true }),
      },
      {
        says: new RegExp(`^(?:拒绝|不同意|驳回)绑定(?:申请)?${numbers}$`),
        make: ({ nos = '' }) => ({ name: 'settle-binding', nos: numbersIn(nos), accept: false }),
      },
    ],
    // 不同意 is an order of its own here.
    kind: 'ask',
    right: 'organiser',
    help: '确认绑定1',
    helpAlso: ['拒绝绑定1'],
    preview: previewSettling,
    obey: settleBinding,
  },
  'withdraw-binding': {
    frames: [
      {
        says: /^(?:我)?(?:要)?(?:撤回|撤销|取消|收回)(?:我的)?绑定(?:的)?(?:申请)?$|^(?:我)?(?:先)?不(?:用)?(?:申请)?绑定?了$/,
        make: () => ({ name: 'withdraw-binding' }),
      },
    ],
    // Said as a negation, and meant so.
    kind: 'ask',
    right: 'anyone',
    help: null,
    obey: withdrawBinding,
  },
  bind: {
    frames: [
      {
        says: /^(?:我要|申请)?绑定(?:单位)?[:：\s]*(?<words>.*)$/,
        make: ({ words = '' }) => ({ name: 'bind', words }),
      },
    ],
    kind: 'act',
    right: 'anyone',
    help: '绑定 单位全称',
    preview: previewBinding,
    obey: requestBinding,
  },
  people: {
    frames: [
      {
        says: /^(?<words>\S{2,20}?)(?:的)?(?:有哪些人|人员名单|联络员是谁|联络员|人员)$/,
        make: ({ words = '' }) => ({ name: 'people', words }),
        loose: true,
      },
    ],
    kind: 'ask',
    right: 'reader',
    help: '{unit}人员',
    obey: listPeople,
  },
  'add-person': {
    frames: [
      {
        says: /^(?:新增|增加|添加|加上?)(?:一名|一个)?(?:联络员|人员)[:：\s]*(?<words>\S.*)$/,
        make: ({ words = '' }) => ({ name: 'add-person', words }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '新增联络员 {unit} {person}',
    preview: previewAdding,
    asShown: true,
    obey: addPerson,
  },
  'replace-person': {
    frames: [
      {
        says: /^(?:更换|替换|调整|换)(?:联络员|人员)[:：\s]*(?<words>\S.*)$/,
        make: ({ words = '' }) => ({ name: 'replace-person', words }),
      },
      {
        says: /^(?<words>\S{2,20}?的?联络员\S{2,8}?(?:换成|改为|改成|由)\S{2,8}?)(?:接替)?$/,
        make: ({ words = '' }) => ({ name: 'replace-person', words }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '更换联络员 原姓名 新姓名',
    preview: previewReplacing,
    asShown: true,
    obey: replacePerson,
  },
  'remove-person': {
    frames: [
      {
        says: /^(?:移除|删除|去掉|撤销)(?:联络员|人员)[:：\s]*(?<words>\S.*)$/,
        make: ({ words = '' }) => ({ name: 'remove-person', words }),
      },
    ],
    kind: 'act',
    right: 'organiser',
    help: '移除人员 单位 姓名',
    preview: previewRemoving,
    asShown: true,
    obey: removePerson,
  },
};
