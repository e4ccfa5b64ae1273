import { expect, it } from '@jest/globals'
import { readSettings } from './env.ts'

const bucket = {
  S3_ENDPOINT: 'https://cos.ap-wuhan.myqcloud.com',
  S3_BUCKET: 'photos-1',
  S3_REGION: 'ap-wuhan',
  S3_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  S3_SECRET_ACCESS_KEY: 'secret',
}
const database = {
  DATABASE_URL: 'postgresql://sidan_api@localhost/sidan',
  DATABASE_OWNER_URL: 'postgresql://sidan_owner@localhost/sidan',
  DATABASE_WORKER_URL: 'postgresql://sidan_worker@localhost/sidan',
  SIDAN_SECRET: 'x'.repeat(32),
}

it('nothing configured is a demo on the embedded database, with photos in the data folder', () => {
  expect(readSettings({})).toMatchObject({ demo: true, database: undefined, bucket: undefined })
})
it('a database makes it a real county, unless a demo is asked for', () => {
  expect(readSettings(database).demo).toBe(false)
  expect(readSettings({ ...database, DEMO: '1' }).demo).toBe(true)
})
it.each(['DATABASE_OWNER_URL', 'DATABASE_WORKER_URL', 'SIDAN_SECRET'])('a database without %s is refused', (name) => {
  expect(() => readSettings({ ...database, [name]: undefined })).toThrow(name)
})
it('a bucket is used when all five settings are there', () => {
  expect(readSettings(bucket).bucket).toEqual({
    endpoint: bucket.S3_ENDPOINT,
    bucket: 'photos-1',
    region: 'ap-wuhan',
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'secret',
  })
})
it.each(Object.keys(bucket))('a bucket without %s is refused: photos would go into the folder unnoticed', (name) => {
  expect(() => readSettings({ ...bucket, [name]: undefined })).toThrow('a bucket needs')
})
