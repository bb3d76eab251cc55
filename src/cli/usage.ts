/** How each command is written, for `duban COMMAND --help` and for whoever wrote it otherwise. */
import { usage as start } from '../config.ts';

export const usages = {
  start,
  check: [
    '用法：duban check [--campaign 方案.yaml] [--directory 通讯录.yaml]   检查启动时要读的文件，什么也不启动',
    '      设了 DUBAN_CONFIG 就检查那份配置和它写的文件，不写参数',
  ].join('\n'),
  doctor: '用法：duban doctor   参数与 check 相同；另查台账、磁盘和时钟，什么也不改动',
  verify:
    '用法：duban verify [数据库地址]   不写就是启动时用的那个（DATABASE_URL、DUBAN_CONFIG 里的 database、file:./data/duban.db）',
  backup: '用法：duban backup 备份文件 [数据库地址]   例如 duban backup backups/duban-0315.db；程序不用停',
  restore: '用法：duban restore 备份文件 [数据库地址]   请先停下程序，用运行程序的用户执行',
  move: '用法：duban move 从哪个数据库 到哪个数据库   例如 file:./data/duban.db mongodb://主机:27017/duban；请先停下程序',
  rehearse: [
    '用法：duban rehearse [--campaign 方案名或方案文件] [--directory 通讯录文件] [--start "2023-03-12 09:00"] [--seed 7] [--json]',
    '      不写就是 --campaign shanghai-2023 --seed 7，内置的虚构通讯录，从成文日期的 09:00 开始',
  ].join('\n'),
} as const;
