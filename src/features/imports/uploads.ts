/** Uploads on their way: written to DATA_DIR/tmp as they come, unreadable for others, deleted once they were read. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { newId } from '../../../db/kit.ts'
import { machineClock } from '../../core/clock.ts'
import { AppError } from '../../core/errors.ts'
import { scrubbed } from '../../core/masking.ts'
import { HOUR } from '../../core/time.ts'
import { say } from './messages.ts'

/** A multipart body on disk, as it was sent. `bytes` is its size. */
export type Upload = { path: string; contentType: string; fileName: string; bytes: number }

const PREFIX = 'upload-'
const HEAD = 4096

/**
 * Puts a request's body on disk without looking into it: taking a large form apart would keep everybody else waiting.
 * Throws invalid when no file was chosen.
 */
export async function keepUpload(body: ReadableStream | null, contentType: string, dataDir: string): Promise<Upload> {
  const folder = join(dataDir, 'tmp')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, PREFIX + newId())
  try {
    await pipeline(
      Readable.fromWeb(body ?? new Blob([]).stream()),
      createWriteStream(path, { mode: 0o600, flags: 'wx' }),
    )
    const fileName = await fileNameIn(path)
    if (!fileName) throw new AppError('invalid', say((t) => t.refused.noFile), { file: say((t) => t.refused.noFile) }) // prettier-ignore
    return { path, contentType, fileName: nameKept(fileName), bytes: (await stat(path)).size }
  } catch (error) {
    await dropUpload(path)
    throw error
  }
}

export const dropUpload = (path: string) => rm(path, { force: true })

const LONGEST_NAME = 200

/** A file's name as the log may keep it: people name files after buyers (WHO-5). */
export const nameKept = (fileName: string) =>
  scrubbed(fileName.replaceAll('\0', '')).slice(0, LONGEST_NAME).toWellFormed()

/** The name in the head of the form's only part. */
async function fileNameIn(path: string): Promise<string | undefined> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return / name="file"; filename="([^"]+)"/.exec(buffer.toString('utf8', 0, bytesRead))?.[1]
  } finally {
    await file.close()
  }
}

/** The file inside of the form; the form is deleted. Slow for large ones: call it in a thread. */
export async function takeUpload({ path, contentType }: Upload): Promise<Buffer> {
  try {
    const body = Readable.toWeb(createReadStream(path))
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
    const file = form.get('file')
    return file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
  } finally {
    await dropUpload(path)
  }
}

/** Deletes what a crash left behind. Files are dated by the machine, whatever the board's own clock says. */
export async function dropOldUploads(dataDir: string) {
  const now = machineClock()
  const folder = join(dataDir, 'tmp')
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((n) => n.startsWith(PREFIX))) {
    const path = join(folder, name)
    const age = now - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now)
    if (age > HOUR) await dropUpload(path)
  }
}
