import { Textarea } from '@tarojs/components'
import { createElement, useId } from 'react'
import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { FieldFrame, type FieldFrameProps, fieldAria } from './field-frame.tsx'

export interface TextAreaProps extends FieldFrameProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly placeholder?: string
  /** Characters; how many are left is said from the last fifth on. */
  readonly maxLength: number
}

/** Some lines of text. */
export function TextArea(props: TextAreaProps) {
  const id = useId()
  const left = props.maxLength - props.value.length
  return (
    <FieldFrame {...props} id={id}>
      <Box className={classes('sd-field-line', Boolean(props.error) && 'sd-field-wrong')}>
        {process.env.TARO_ENV === 'h5' ? <BrowserArea {...props} id={id} /> : <PhoneArea {...props} />}
      </Box>
      {left <= props.maxLength / 5 ? <Box className="sd-field-foot">{`还能写 ${left} 个字`}</Box> : null}
    </FieldFrame>
  )
}

function BrowserArea(props: TextAreaProps & { readonly id: string }) {
  const { id, value, onInput, placeholder, maxLength } = props
  return createElement('textarea', {
    id,
    className: 'sd-input sd-textarea',
    rows: 3,
    value,
    placeholder,
    maxLength,
    ...fieldAria(id, props),
    onChange: (event: { target: { value: string } }) => onInput(event.target.value),
  })
}

function PhoneArea({ value, onInput, placeholder = '', maxLength, label, error }: TextAreaProps) {
  return (
    <Textarea
      className="sd-input sd-textarea"
      autoHeight
      value={value}
      placeholder={placeholder}
      placeholderClass="sd-placeholder"
      maxlength={maxLength}
      ariaLabel={error ? `${label}，${error}` : label}
      onInput={(event) => onInput(event.detail.value)}
    />
  )
}
