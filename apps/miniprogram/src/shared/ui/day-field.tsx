import { Picker } from '@tarojs/components'
import { createElement, useId } from 'react'
import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { FieldFrame, type FieldFrameProps, fieldAria } from './field-frame.tsx'

export interface DayFieldProps extends FieldFrameProps {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChoose: (day: string) => void
  readonly from?: string
}

/** A civil day, chosen with the phone's own calendar. */
export function DayField(props: DayFieldProps) {
  const id = useId()
  const { value, onChoose, from = '', label, error } = props
  return (
    <FieldFrame {...props} id={id}>
      <Box className={classes('sd-field-line', Boolean(error) && 'sd-field-wrong')}>
        {process.env.TARO_ENV === 'h5' ? (
          createElement('input', {
            id,
            className: 'sd-input',
            type: 'date',
            value,
            min: from,
            ...fieldAria(id, props),
            onChange: (event: { target: { value: string } }) => onChoose(event.target.value),
          })
        ) : (
          <Picker mode="date" value={value} start={from} onChange={(event) => onChoose(String(event.detail.value))}>
            <Box className="sd-input" role="button" label={value ? `${label}，${value}` : label}>
              {value === '' ? '选日子' : value}
            </Box>
          </Picker>
        )}
      </Box>
    </FieldFrame>
  )
}
