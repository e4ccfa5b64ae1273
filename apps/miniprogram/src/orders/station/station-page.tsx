import { getStationPage } from '@sidan/types/organisation'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { momentText } from '../../shared/format/times.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Button } from '../../shared/view/button.tsx'
import { Page } from '../../shared/view/page.tsx'

/** What opens when somebody scans the code on the wall: nothing to sign, nothing to fill. weapp brings `scene`, H5 `county` and `code`. */
export default function StationPage() {
  const { params } = useRouter()
  const [sceneCounty, sceneCode] = decodeURIComponent(params.scene ?? '').split('-')
  const county = params.county ?? sceneCounty ?? ''
  const code = params.code ?? sceneCode ?? ''
  const {
    value: page,
    failure,
    reload,
  } = useLoad(useCallback(() => call(getStationPage, { params: { countyId: county, code } as never }), [county, code]))
  const [platform, setPlatform] = useState<string>()
  const items = page?.items.filter((item) => platform === undefined || item.platformCode === platform) ?? []
  return (
    <Page loading={!page} failure={failure} onRetry={reload}>
      {page && (
        <>
          <View className={`sd-tag ${page.station.openNow ? 'brand' : 'stone'}`}>
            {page.station.openNow ? '开放中' : '现在没开门'}
          </View>
          <View className="sd-title">{page.station.name}</View>
          <View className="sd-small">
            {page.station.instituteName}・{page.station.opensAt}–{page.station.closesAt}
            {page.station.onDutyName ? `・${page.station.onDutyName}值班` : ''}
          </View>
          <View className="sd-line">
            <Button
              chosen={platform === undefined}
              onTap={() => setPlatform(undefined)}
            >{`全部 ${page.items.length} 项`}</Button>
            {page.platforms.map((row) => (
              <Button key={row.code} chosen={platform === row.code} onTap={() => setPlatform(row.code)}>
                {row.name}
              </Button>
            ))}
          </View>
          <View className="sd-card">
            {items.map((item) => (
              <View key={item.itemId} className="sd-row">
                <View className="sd-tile">{item.title.slice(0, 1)}</View>
                <View className="sd-grow">
                  <View className="sd-strong">{item.title}</View>
                  <View className="sd-small">{item.line}</View>
                </View>
                <Button
                  kind="soft"
                  onTap={() => go('form', { county, item: item.itemId, station: page.station.unitId })}
                >
                  点单
                </Button>
              </View>
            ))}
          </View>
          <View className="sd-section">这周站里有</View>
          <View className="sd-card">
            {page.thisWeek.length === 0 && <View className="sd-hint">这周还没有安排。</View>}
            {page.thisWeek.map((activity) => (
              <View key={activity.activityId} className="sd-row">
                <View className="sd-grow">
                  <View className="sd-strong">{activity.title}</View>
                  <View className="sd-small">
                    {momentText(activity.startsAt)}・{activity.place}
                  </View>
                </View>
              </View>
            ))}
          </View>
          <View className="sd-foot">主办 {page.county.organiser}</View>
          <View className="sd-foot">
            {page.county.filingNumber}・意见与投诉 {page.county.complaintsPhone}
          </View>
          <View className="sd-bar">
            <Button
              wide
              onTap={() => void Taro.makePhoneCall({ phoneNumber: page.station.phone })}
            >{`问站里 ${page.station.phone}`}</Button>
          </View>
        </>
      )}
    </Page>
  )
}
