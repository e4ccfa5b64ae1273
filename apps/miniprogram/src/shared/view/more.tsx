import { View } from '@tarojs/components'
import { Button } from './button.tsx'

/** The foot of a list that goes on. */
export function More({ onTap }: { onTap: (() => Promise<void>) | undefined }) {
  if (!onTap) return null
  return (
    <View className="sd-line">
      <Button wide onTap={() => void onTap()}>
        再看一些
      </Button>
    </View>
  )
}
