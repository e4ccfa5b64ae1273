import Taro from '@tarojs/taro'
import { Box } from './box.tsx'
import { Icon } from './icon.tsx'
import { Press } from './press.tsx'
import './call-button.css'

export interface CallButtonProps {
  /** 打电话给站里 */
  readonly title: string
  /** Who answers, and until when: 陈姐接，到 17:30. */
  readonly line: string
  /** Dialled as it is. */
  readonly phone: string
}

/** Calls the station: 60 high, 96 in elder mode, at the same place on every page. */
export function CallButton({ title, line, phone }: CallButtonProps) {
  return (
    <Press className="sd-call" dials={phone} onPress={() => dial(phone)}>
      <Box className="sd-call-disc">
        <Icon name="phone" size="l" />
      </Box>
      <Box className="sd-call-words">
        <Box className="sd-call-title">{title}</Box>
        <Box className="sd-call-line">{line}</Box>
      </Box>
    </Press>
  )
}

/** On weapp the platform's dialler; on H5 the link dials by itself. Cancelling is nobody's error. */
export function dial(phone: string): void {
  if (process.env.TARO_ENV !== 'h5') Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
}
