/** Files in a bucket of any S3-compatible service (腾讯云 COS, 阿里云 OSS, 华为云 OBS, MinIO …), addressed by path. */
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import type { ObjectStore } from './object-store.ts'

export interface S3Options {
  /** Without the bucket, e.g. `https://cos.ap-wuhan.myqcloud.com`. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options): ObjectStore {
  const client = new AwsClient({ service: 's3', region, accessKeyId, secretAccessKey, retries: 2 })
  const urlOf = (name: string) => `${endpoint.replace(/\/$/, '')}/${bucket}/${name}`
  return {
    async put(name, bytes, contentType) {
      const headers = { 'content-type': contentType }
      const response = await client.fetch(urlOf(name), { method: 'PUT', headers, body: bytes })
      await response.body?.cancel()
      if (!response.ok) throw new Error(`the object store answered ${response.status} to a PUT`)
    },
    async open(name) {
      const response = await client.fetch(urlOf(name))
      if (response.ok && response.body) {
        const stream = Readable.fromWeb(response.body)
        return { sizeBytes: Number(response.headers.get('content-length')), stream }
      }
      await response.body?.cancel()
      if (response.status === 404) return null
      throw new Error(`the object store answered ${response.status} to a GET`)
    },
  }
}
