import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32, deflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { folderStore } from './object-store.ts'
import { makePhotos, maxPhotoUploadBytes, type Photos, type PutPhoto } from './photos.ts'

const jingshan = 420882
const daye = 420281

let folder: string
let photos: Photos
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidan-photos-'))
  photos = makePhotos(folderStore(folder))
})
afterEach(() => rm(folder, { recursive: true }))

const picture = (width = 64, height = 48) => sharp({ create: { width, height, channels: 4, background: '#c8553d' } })
const put = async (upload: Buffer, countyId = jingshan): Promise<PutPhoto> => {
  const stored = await photos.putPhoto(countyId, upload)
  if (typeof stored === 'string') throw new Error(stored)
  return stored
}
const bytesOf = async (hash: string, countyId = jingshan) => {
  const stored = await photos.openPhoto(countyId, hash)
  return stored ? buffer(stored.stream) : null
}
const filesOf = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile())

/** A PNG whose header promises `edge` × `edge` pixels, in a hundred bytes. */
function bomb(edge: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(edge, 0)
  header.writeUInt32BE(edge, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('what is stored', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    'a %s becomes a JPEG that can be opened again by its hash',
    async (format) => {
      const stored = await put(await picture().toFormat(format).toBuffer())
      expect(stored).toMatchObject({ widthPx: 64, heightPx: 48 })
      const bytes = await bytesOf(stored.hash)
      expect(bytes?.length).toBe(stored.sizeBytes)
      expect((await sharp(bytes ?? Buffer.alloc(0)).metadata()).format).toBe('jpeg')
    },
  )

  test('carries no EXIF: neither place nor device, and stands upright without it', async () => {
    const exif = { IFD0: { Model: 'PhoneOfSomebody' }, IFD3: { GPSLatitude: '31/1 1/1 0/1', GPSLatitudeRef: 'N' } }
    const upload = await picture().jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer()
    expect((await sharp(upload).metadata()).exif).toBeDefined()
    const stored = await put(upload)
    expect(stored).toMatchObject({ widthPx: 48, heightPx: 64 })
    const { exif: kept, orientation } = await sharp((await bytesOf(stored.hash)) ?? undefined).metadata()
    expect([kept, orientation]).toEqual([undefined, undefined])
  })

  test('carries nothing that was appended to the picture', async () => {
    const upload = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')])
    expect((await bytesOf((await put(upload)).hash))?.includes('script')).toBe(false)
  })

  test('is at most 1600 pixels long, and never enlarged', async () => {
    expect(await put(await picture(3200, 800).jpeg().toBuffer())).toMatchObject({ widthPx: 1600, heightPx: 400 })
    expect(await put(await picture(10, 20).jpeg().toBuffer())).toMatchObject({ widthPx: 10, heightPx: 20 })
  })

  test('is white where the upload was transparent', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    const pixels = await sharp((await bytesOf((await put(clear)).hash)) ?? undefined)
      .raw()
      .toBuffer()
    expect(pixels.every((value) => value === 255)).toBe(true)
  })

  test('is one file, however often and at however many places at once it is uploaded', async () => {
    const upload = await picture().jpeg().toBuffer()
    const stored = await Promise.all(Array.from({ length: 8 }, () => put(upload)))
    expect(new Set(stored.map(({ hash }) => hash)).size).toBe(1)
    expect(await filesOf()).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test.each([
    ['text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.of(0xff)],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['GIF', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1')],
  ])('%s, whatever it is called', async (_what, upload) => {
    expect(await photos.putPhoto(jingshan, upload)).toBe('not-a-photo')
  })

  test('a picture cut short, and a HEIC that cannot be decoded', async () => {
    const whole = await picture(800, 600).jpeg().toBuffer()
    for (const length of [200, whole.length / 2]) {
      expect(await photos.putPhoto(jingshan, whole.subarray(0, length))).toBe('unreadable')
    }
    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(64)])
    expect(await photos.putPhoto(jingshan, heic)).toBe('unreadable')
  })

  test('a small file that unpacks to a huge picture, before it is unpacked', async () => {
    expect(await photos.putPhoto(jingshan, bomb(9000))).toBe('too-many-pixels')
    expect(await photos.putPhoto(jingshan, bomb(60_000))).toBe('too-many-pixels')
  })

  test('more than 10 MB', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    const padded = (length: number) => Buffer.concat([jpeg], length)
    expect(await photos.putPhoto(jingshan, padded(maxPhotoUploadBytes + 1))).toBe('too-large')
    expect(await photos.putPhoto(jingshan, padded(maxPhotoUploadBytes))).toMatchObject({ widthPx: 64 })
  })

  test('more at once than can wait, and room is there again afterwards', async () => {
    const upload = await picture(400, 400).jpeg().toBuffer()
    const answers = await Promise.all(Array.from({ length: 30 }, () => photos.putPhoto(jingshan, upload)))
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(20)
    expect(await photos.putPhoto(jingshan, upload)).toMatchObject({ widthPx: 400 })
  })

  test('and nothing of a refused upload remains', async () => {
    await photos.putPhoto(jingshan, Buffer.from('hello'))
    await photos.putPhoto(jingshan, bomb(9000))
    expect(await filesOf()).toEqual([])
  })
})

describe('who finds it', () => {
  test('only the county that stored it', async () => {
    const { hash } = await put(await picture().jpeg().toBuffer())
    expect(await bytesOf(hash, jingshan)).not.toBeNull()
    expect(await bytesOf(hash, daye)).toBeNull()
  })

  test('no path leads out of the folder', async () => {
    await writeFile(join(folder, 'secret.jpg'), 'x')
    for (const hash of [
      '../../secret',
      '..%2f..%2fsecret',
      `${'a'.repeat(61)}/..`,
      'A'.repeat(64),
      '',
      `${'a'.repeat(64)}\0`,
    ]) {
      expect(await photos.openPhoto(jingshan, hash)).toBeNull()
    }
    await expect(photos.openPhoto(Number.NaN, 'a'.repeat(64))).rejects.toThrow('integer')
  })
})
