/** A small office and a small notice, with what other notices have and Shanghai's has not. */
export const DIRECTORY_TEXT = `units:
  - {id: bureau, name: 示例县市场监督管理局, shortName: 县局}
  - {id: east, name: 示例县城东市场监管所, shortName: 城东所, aliases: [城东], parent: bureau}
  - {id: west, name: 示例县城西市场监管所, shortName: 城西所, aliases: [城西], parent: bureau}
  - {id: centre, name: 示例县投诉举报中心, shortName: 投诉举报中心, parent: bureau}
groups:
  - {name: 各市场监管所, aliases: [各所], units: [east, west]}
people:
  - {id: boss, name: 陈思远, unit: bureau, roles: [leader, organiser], accounts: {wecom: Boss}}
  - {id: east-liaison, name: 林晓雯, unit: east, roles: [reporter]}
  - {id: west-liaison, name: 周文博, unit: west, roles: [reporter]}
  - {id: west-leader, name: 吴佳宁, unit: west, roles: [leader]}
  - {id: newcomer, name: 郑立群}
chats:
  - {id: group, name: 工作群, platform: console, account: group, campaign: example, members: all}
`;

export const CAMPAIGN_TEXT = `id: example
title: 示例活动
shortTitle: 示例
notice:
  title: 示例活动方案
  issuer: 示例县市场监督管理局
  date: 2020-03-11
  addressees: 各有关部门
expansions:
  各有关部门: [各市场监管所, 投诉举报中心]
open: [有关科室]
addressees: [各有关部门, 有关科室]
sections:
  - heading: 二、活动安排
    tasks:
      - no: "1"
        title: 投诉处理
        text: 畅通渠道。
        units: [投诉举报中心, 各所]
      - no: "2"
        title: 广告监管
        text: 加强监测。
        units: [有关科室]
        lead: 投诉举报中心
returns:
  - id: roster
    title: 值班表
    from: [各所]
    to: 区消协
    due: 3月13日中午前
    materials:
      - {id: list, title: 值班表, accepts: [file, statement]}
  - id: table
    title: 统计表
    from: {names: [各有关部门], except: [城西所]}
    to: 区消协
    due: {phrase: 活动结束后, by: 3月19日下班前}
    form:
      title: 活动情况统计表
      columns: [项目, 单位, 数量, 备注]
      rows:
        - {label: 普法宣传活动, measure: 场次}
        - {label: 挽回经济损失, measure: 万元}
        - group: 媒体宣传报道
          rows:
            - {label: 电视专题节目, measure: 期}
            - {label: 其他}
        - {label: 其他}
duty:
  title: 晚会值守
  phrase: 3•14天津卫视晚会期间
  requirement: 在本部门值守直至晚会结束。
  units: [各所]
  shifts:
    - {id: evening, title: 3•14晚会, day: 2020-03-14, from: "19:00", endDay: 2020-03-15, to: "00:30"}
    - {id: later, title: 央视晚会, when: 央视3•15晚会播出时间确定后}
  roster: leaders
  assignments:
    - {shift: evening, unit: 城东所, people: [林晓雯]}
`;
