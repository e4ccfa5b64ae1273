import * as myData from '@sidan/types/my-data'
import type { Crypto } from '../../platform/crypto.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readExport, readMyData } from './reads.ts'

export function myDataRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(myData.getMyData, (tx, actor) => readMyData(tx, actor, crypto))
  http.read(myData.exportMyData, (tx, actor) => readExport(tx, actor, crypto), { seldom: true })
}
