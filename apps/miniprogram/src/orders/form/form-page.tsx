import { getOrderForm } from '@sidan/types/order-forms'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Filling } from './filling.tsx'

/** 点单: everything is filled in as it was the last time, so that one more tap is enough. */
export default function FormPage() {
  const { county = '', item = '', station = '' } = useRouter().params
  const load = useLoad(
    useCallback(
      () =>
        call(getOrderForm, {
          params: { countyId: county, itemId: item } as never,
          query: { stationId: station } as never,
        }),
      [county, item, station],
    ),
  )
  if (load.value) return <Filling form={load.value} opened={{ county, item, station }} />
  return (
    <Screen title="点单" load={load} shapes={['head', 'card', 'rows', 'rows']}>
      {null}
    </Screen>
  )
}
