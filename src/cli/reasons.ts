/** Why something failed, for the person at the terminal: a sentence, never a stack. */
import { codeOf } from '../core/crossed.ts'
import { AppError } from '../core/errors.ts'
import { dictionary, type Lang } from '../core/i18n.ts'

const zh = {
  EADDRINUSE: '端口被别的程序占着。停掉它，或者换一个：PORT=3001 npm start',
  EACCES: '没有权限。小于 1024 的端口和别人的文件夹要管理员权限，换一个 PORT 或 DATA_DIR。',
  ENOENT: '找不到文件，检查路径。',
  EISDIR: '这是文件夹，要的是文件。',
  ENOSPC: '磁盘满了。',
  ECONNREFUSED: '连不上数据库，检查 DATABASE_URL 和数据库服务。',
  ENOTFOUND: '找不到数据库的主机，检查 DATABASE_URL。',
  '28P01': '数据库的用户名或密码不对，检查 DATABASE_URL。',
  '3D000': 'DATABASE_URL 里的库还没有建。',
  SQLITE_BUSY: '数据库一直被别的程序占着，稍后再试。',
  SQLITE_CANTOPEN: '打不开数据库文件，检查 DATA_DIR 和权限。',
  SQLITE_READONLY: '数据库文件只读，检查 DATA_DIR 的权限。',
  SQLITE_NOTADB: '这不是早晚的数据库文件。',
  SQLITE_CORRUPT: '数据库文件损坏。用最近的备份恢复：npm run zaowan -- restore FILE',
  SQLITE_FULL: '磁盘满了。',
}

const en: typeof zh = {
  EADDRINUSE: 'The port is in use. Stop what uses it, or choose another: PORT=3001 npm start',
  EACCES: 'Permission denied. Ports below 1024 and folders of others need rights: change PORT or DATA_DIR.',
  ENOENT: 'No such file: check the path.',
  EISDIR: 'That is a folder; a file is wanted.',
  ENOSPC: 'The disk is full.',
  ECONNREFUSED: 'The database does not answer: check DATABASE_URL and the database service.',
  ENOTFOUND: 'The database host is unknown: check DATABASE_URL.',
  '28P01': 'The database refuses the name or password: check DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist yet.',
  SQLITE_BUSY: 'Another program keeps the database busy: try again later.',
  SQLITE_CANTOPEN: 'The database file cannot be opened: check DATA_DIR and its rights.',
  SQLITE_READONLY: 'The database file is read-only: check the rights of DATA_DIR.',
  SQLITE_NOTADB: 'This is not a database file of Zaowan.',
  SQLITE_CORRUPT: 'The database file is damaged. Bring the latest backup back: npm run zaowan -- restore FILE',
  SQLITE_FULL: 'The disk is full.',
}

const reasons = dictionary(zh, en)

/** What it is called in words; with the path, port or host that the system names. */
export function reasonOf(error: unknown, lang: Lang): string {
  if (error instanceof AppError) return [error.in(lang), ...fieldsOf(error, lang)].join('\n  ')
  const known = reasons(lang)[codeOf(error) as keyof typeof zh] as string | undefined
  const { message, path, port } = error as { message?: string; path?: string; port?: number }
  if (!known) return message ?? String(error)
  const where = path ?? (port === undefined ? undefined : String(port))
  return where ? `${known} (${where})` : known
}

const fieldsOf = ({ fields }: AppError, lang: Lang) =>
  Object.entries(fields).map(([name, say]) => `${name}: ${say(lang)}`)
