import { dictionary } from '../../core/i18n.ts'

const zh = {
  database: '数据库写不进去。看看磁盘和数据库服务。',
  migrations: '数据表还没有升级到这个版本。停下来，重新启动一次；集群里先升级完所有机器。',
  clock: '定时任务超过 2 分钟没有跑完，截单会晚。看看日志里 “job” 开头的行。',
  disk: '数据盘快满了：不到 200 MB，或者不到 2%。清理后再继续。',
}

const en: typeof zh = {
  database: 'The database cannot be written. Check the disk and the database service.',
  migrations: 'The tables are not those of this version. Restart the board; with several nodes, upgrade all of them.',
  clock: 'Clock-driven work has not finished for over 2 minutes: the cutoff will be late. See the log lines "job …".',
  disk: 'The data disk is nearly full: under 200 MB or under 2%. Make room.',
}

export const words = dictionary(zh, en)
export type ProblemKind = keyof typeof zh
