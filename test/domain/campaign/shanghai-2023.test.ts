/** The Shanghai notice, item by item, against the files that the rehearsal runs on. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatIso } from '../../../src/domain/calendar/zone.ts';
import { loadCampaign, loadDirectory } from '../../../src/files/campaign-files.ts';

const directoryPath = new URL('../../../config/directory.yaml', import.meta.url).pathname;
const campaignPath = new URL('../../../config/campaigns/shanghai-2023.yaml', import.meta.url).pathname;
const directory = loadDirectory(directoryPath).definition;
const { definition: campaign, sha256 } = loadCampaign(campaignPath, directory);

const DISTRICTS = '黄浦 徐汇 长宁 静安 普陀 虹口 杨浦 闵行 宝山 嘉定 浦东新 金山 松江 青浦 奉贤 崇明'.split(' ');
const districts = DISTRICTS.map((name) => `${name}区局`);
const local = ['机场分局', ...districts, '临港新片区局'];
const onDuty = ['执法总队', '机场分局', '投诉举报中心', '市药监局', ...districts, '临港新片区局'];

const short = (id: string) => directory.units.find((unit) => unit.id === id)?.shortName ?? id;
const idOf = (name = '') => directory.units.find((unit) => unit.shortName === name)?.id;

describe('the notice', () => {
  it('is quoted as printed', () => {
    expect(campaign.notice).toEqual({
      title: '上海市市场监督管理局关于印发《2023年“3·15”国际消费者权益日系列活动方案》的通知',
      docNumber: '沪市监消保〔2023〕105号',
      issuer: '上海市市场监督管理局',
      date: '2023-03-12',
      addressees: '各区市场监管局，临港新片区市场监管局，市局机关有关处室、执法总队、机场分局，各有关事业单位',
      disclosure: '此件公开发布',
    });
  });

  it('is addressed to 28 units', () => {
    expect(campaign.addressees.units.map(short)).toEqual([
      ...districts,
      '临港新片区局',
      '消费者权益保护处',
      '新闻宣传处',
      '广告监督管理处',
      '质量发展处',
      '食品安全协调处',
      '产品质量安全监督管理处',
      '食品安全抽检监测处',
      '反垄断和价格监督检查办公室',
      '执法总队',
      '机场分局',
      '投诉举报中心',
    ]);
    expect(campaign.addressees.open).toEqual([]);
  });
});

describe('the 18 tasks', () => {
  it.each([
    ['1.1', '制作投放公益广告', ['消费者权益保护处', '新闻宣传处', '广告监督管理处', ...local]],
    ['1.2', '展示维权工作成效', ['消费者权益保护处', '新闻宣传处']],
    ['1.3', '宣贯缺陷产品召回案例法规', ['质量发展处']],
    ['1.4', '宣传食品安全消费知识', ['食品安全协调处', '消费者权益保护处', ...local]],
    ['2.1', '披露典型案例', ['消费者权益保护处', '广告监督管理处', '新闻宣传处']],
    ['2.2', '公布抽查情况', ['消费者权益保护处', '产品质量安全监督管理处', '食品安全抽检监测处']],
    ['2.3', '约谈重点企业', ['消费者权益保护处', '广告监督管理处']],
    ['2.4', '开展美发行业“阳光”价格行动', ['反垄断和价格监督检查办公室']],
    ['3.1', '公布2022年上海市消费者满意度调查报告', ['消费者权益保护处', '新闻宣传处']],
    ['3.2', '公布放心消费创建优秀单位', ['消费者权益保护处', '新闻宣传处']],
    ['3.3', '召开第三批星级联络点（站）总结部署会', ['消费者权益保护处']],
    ['3.4', '发布创意“食安封签”、食安封签”征文、建言建议获奖作品', ['食品安全协调处', '新闻宣传处', ...districts]],
    ['4.1', '举办“12315”热线新平台启用仪式', ['投诉举报中心', '消费者权益保护处']],
    ['4.2', '利用媒体互动处置群众问题', ['消费者权益保护处', '投诉举报中心', ...local]],
    ['4.3', '快速处置“3·15”曝光和转办诉求', ['消费者权益保护处', '投诉举报中心', ...local]],
    ['5.2', '做好应急值守', onDuty],
  ])('%s %s', (no, title, units) => {
    const task = campaign.tasks.find((each) => each.no === no);
    expect(task?.title).toBe(title);
    expect(task?.audience.units.map(short)).toEqual(units);
    expect(task?.lead ?? null).toBe(no === '5.2' ? null : idOf(units[0]));
  });

  it.each([
    ['5.1', '加强组织协调'],
    ['5.3', '做好信息报送'],
  ])('%s %s is for every unit addressed, led by none', (no, title) => {
    const task = campaign.tasks.find((each) => each.no === no);
    expect(task).toMatchObject({ title, lead: null });
    expect(task?.audience.printed).toEqual(['各单位']);
    expect([...(task?.audience.units ?? [])].sort()).toEqual([...campaign.addressees.units].sort());
  });

  it('stand in five sections, in order', () => {
    expect(campaign.tasks).toHaveLength(18);
    expect([...new Set(campaign.tasks.map((task) => task.section))]).toEqual([
      '一、丰富宣传载体，使维权氛围更加浓厚',
      '二、突出监管执法，使消费市场更加规范',
      '三、凝聚各方力量，使社会共治更加有效',
      '四、优化热线平台，使公众诉求更加通畅',
      '五、明确工作要求，使活动成效更加显著',
    ]);
  });

  it('leave 相关处室 open, and only there', () => {
    expect(campaign.tasks.filter((task) => task.audience.open.length > 0).map((task) => task.no)).toEqual(['4.3']);
    expect(campaign.tasks[14]?.audience.open).toEqual(['相关处室']);
    expect(campaign.tasks[14]?.audience.printed[0]).toBe('市局消费者权益保护处及相关处室');
  });
});

describe('the return', () => {
  const [summary] = campaign.returns;

  it('is owed by every unit addressed but the receiver', () => {
    expect(campaign.returns).toHaveLength(1);
    expect(summary?.to).toBe('市局消费者权益保护处');
    expect(summary?.from.printed).toEqual(['各单位']);
    expect([...(summary?.from.units ?? [])].sort()).toEqual(
      campaign.addressees.units.filter((unit) => unit !== 'consumer-protection').sort(),
    );
    expect(summary?.from.units).toHaveLength(27);
  });

  it('is due before 22 March: reminded for the 21st, late after the 22nd', () => {
    expect(summary?.due.phrase).toBe('2023年3月22日前');
    expect(formatIso(summary?.due.dueAtMs ?? 0)).toBe('2023-03-21T17:30:00+08:00');
    expect(formatIso(summary?.due.lateAfterMs ?? 0)).toBe('2023-03-23T00:00:00+08:00');
  });

  it('has the nine rows of the table, a summary and pictures', () => {
    expect(summary?.form?.title).toBe('2023年“3·15”国际消费者权益日系列活动统计表');
    expect(summary?.form?.headerLines).toEqual(['填报单位', '填报日期']);
    expect(summary?.form?.columns).toEqual(['序号', '类别', '单位', '数量']);
    expect(summary?.form?.hasRemark).toBe(false);
    expect(summary?.form?.rows.map(({ no, seq, label, measure, kind }) => [no, seq, label, measure, kind])).toEqual([
      [1, '1', '组织重要新闻发布', '次', 'integer'],
      [2, '2', '播放公益广告', '条', 'integer'],
      [3, '3', '抖音小视频参与数', '条', 'integer'],
      [4, '4', '印发各类宣传资料', '册（份）', 'integer'],
      [5, '5', '开展咨询、科普', '次', 'integer'],
      [6, '6', '主流媒体专版', '篇', 'integer'],
      [7, '7', '开展行政指导', '次', 'integer'],
      [8, '8', '专题报道', '次', 'integer'],
      [9, '9', '查处侵害消费者权益案件', '件', 'integer'],
    ]);
    expect(summary?.materials.map((material) => material.title)).toEqual(['总结', '图片']);
  });
});

describe('the duty', () => {
  it('is stood by 21 units in two shifts whose hours are the office’s own', () => {
    expect(campaign.duty?.phrase).toBe('“3·15”期间');
    expect(campaign.duty?.audience.units.map(short)).toEqual(onDuty);
    expect(
      campaign.duty?.shifts.map(({ title, startMs, endMs, setBy }) => [
        title,
        formatIso(startMs),
        formatIso(endMs),
        setBy,
      ]),
    ).toEqual([
      ['带队值守', '2023-03-15T09:00:00+08:00', '2023-03-15T17:30:00+08:00', '本局设定'],
      ['“3·15”晚会期间带队值守', '2023-03-15T19:30:00+08:00', '2023-03-15T22:30:00+08:00', '本局设定'],
    ]);
    expect(campaign.duty).toMatchObject({ absentAfterMinutes: 10, escalateAfterMinutes: 20 });
  });

  it('is led as the notice says: by each unit’s leaders, in each shift', () => {
    const leaders = (unit: string) =>
      directory.people.filter((person) => person.unit === unit && person.roles.includes('leader')).map(({ id }) => id);
    expect(campaign.duty?.roster).toHaveLength(2 * 21);
    for (const { unit, people } of campaign.duty?.roster ?? []) expect([unit, people]).toEqual([unit, leaders(unit)]);
    expect(campaign.duty?.roster.every(({ people }) => people.length > 0)).toBe(true);
  });
});

describe('the findings', () => {
  it.each([
    ['执法总队', '没有一项点到它'],
    ['各有关事业单位', '没有写是哪些单位'],
    ['市药品监管局', '没有主送'],
    ['相关处室', '没有写是哪些处室'],
    ['联系人', '没有'],
    ['统计表', '没有写什么时候报'],
    ['于2023年3月22日前', '22日当天算不算'],
    ['征文', '引号不配对'],
    ['市局广告监督管理处', '只在第一个处室前写“市局”'],
    ['各单位', '要不要单独报'],
    ['牵头', '没有写谁牵头'],
    ['带队值守', '几点到几点'],
  ])('say of %s: %s', (about, what) => {
    expect(campaign.findings.some(({ text }) => text.includes(about) && text.includes(what))).toBe(true);
  });

  it('each come with what is assumed until the issuer answers', () => {
    for (const { assumption } of campaign.findings) expect(assumption).toMatch(/。$/);
  });
});

describe('the demo directory', () => {
  it('has a reporter and a leader in every unit but the bureau itself, two reporters in three districts', () => {
    const count = (unit: string, role: 'reporter' | 'leader') =>
      directory.people.filter((person) => person.unit === unit && person.roles.includes(role)).length;
    const units = directory.units.filter((unit) => unit.id !== 'shanghai');
    expect(units).toHaveLength(29);
    for (const { id } of units) expect([id, count(id, 'leader')]).toEqual([id, 1]);
    expect(units.filter(({ id }) => count(id, 'reporter') === 2).map(({ shortName }) => shortName)).toEqual([
      '黄浦区局',
      '闵行区局',
      '浦东新区局',
    ]);
    expect(units.filter(({ id }) => count(id, 'reporter') === 0)).toEqual([]);
    expect(directory.people.filter((person) => person.unit === null)).toHaveLength(2);
    expect(new Set(directory.people.map((person) => person.name)).size).toBe(directory.people.length);
  });

  it('answers to the names that notices and people use', () => {
    const names = new Map(
      directory.units.flatMap((unit) => [unit.name, unit.shortName, ...unit.aliases].map((name) => [name, unit.id])),
    );
    for (const name of ['黄浦区市场监督管理局', '黄浦区市场监管局', '黄浦区局', '黄浦局', '黄浦区', '黄浦'])
      expect(names.get(name)).toBe('huangpu');
    expect(names.get('临港新片区市场监管局')).toBe('lingang');
    expect(names.get('消保处')).toBe('consumer-protection');
    expect(directory.units.filter((unit) => unit.groups.includes('各区市场监管局'))).toHaveLength(16);
  });

  it('has one group of everybody, and files known by their hash', () => {
    expect(directory.chats).toHaveLength(1);
    expect(directory.chats[0]).toMatchObject({ id: 'shanghai-315', platform: 'console', campaign: campaign.id });
    expect(directory.chats[0]?.members).toHaveLength(directory.people.length);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const path of [directoryPath, campaignPath]) expect(readFileSync(path, 'utf8')).not.toMatch(/1[3-9]\d{9}/);
  });
});
