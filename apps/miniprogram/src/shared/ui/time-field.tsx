import { Picker } from '@tarojs/components'
import { createElement, useId } from 'react'
import { Box } from './box.tsx'
import { FieldFrame, fieldAria } from './field-frame.tsx'

export interface TimeFieldProps {
  readonly label: string
  /** `HH:MM` */
  readonly value: string
  readonly onChoose: (time: string) => void
}

/** A time of day by the platform's own picker. */
export function TimeField({ label, value, onChoose }: TimeFieldProps) {
  const id = useId()
  return (
    <FieldFrame label={label} id={id}>
      <Box className="sd-field-line">
        {process.env.TARO_ENV === 'h5' ? (
          createElement('input', {
            id,
            className: 'sd-input',
            type: 'time',
            value,
            ...fieldAria(id, { label }),
            onChange: (event: { target: { value: string } }) => event.target.value && onChoose(event.target.value),
          })
        ) : (
          <Picker mode="time" value={value} onChange={({ detail }) => onChoose(String(detail.value))}>
            <Box className="sd-input" role="button" label={`${label}，${value}`}>
              {value}
            </Box>
          </Picker>
        )}
      </Box>
    </FieldFrame>
  )
}
