import { Input } from '@tarojs/components'
import { createElement, type Ref, useId } from 'react'
import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { FieldFrame, type FieldFrameProps, fieldAria } from './field-frame.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'

export interface FieldProps extends FieldFrameProps {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly kind?: 'text' | 'phone' | 'code' | 'number' | 'password' | 'search'
  readonly placeholder?: string
  readonly maxLength?: number
  readonly icon?: IconName
  /** Enter, or the keyboard's done key. */
  readonly onDone?: () => void
  readonly onLeave?: () => void
  /** H5 only: the input, for focus. */
  readonly element?: Ref<HTMLInputElement>
}

const h5Kinds = {
  text: 'text',
  phone: 'tel',
  code: 'text',
  number: 'text',
  password: 'password',
  search: 'search',
} as const
const modes = {
  text: 'text',
  phone: 'tel',
  code: 'text',
  number: 'numeric',
  password: 'text',
  search: 'search',
} as const
const fills = {
  text: 'off',
  phone: 'tel',
  code: 'one-time-code',
  number: 'off',
  password: 'current-password',
  search: 'off',
} as const

/** One line of input: label above, 48 high, hint below, an error with how to repair it. */
export function Field(props: FieldProps) {
  const id = useId()
  return (
    <FieldFrame {...props} id={id}>
      <Box className={classes('sd-field-line', Boolean(props.error) && 'sd-field-wrong')}>
        {props.icon ? <Icon name={props.icon} /> : null}
        {process.env.TARO_ENV === 'h5' ? <BrowserInput {...props} id={id} /> : <PhoneInput {...props} />}
      </Box>
    </FieldFrame>
  )
}

function BrowserInput(props: FieldProps & { readonly id: string }) {
  const { kind = 'text', value, onInput, placeholder, maxLength = 200, onDone, onLeave, element, id } = props
  return createElement('input', {
    id,
    ref: element,
    className: 'sd-input',
    type: h5Kinds[kind],
    inputMode: modes[kind],
    autoComplete: fills[kind],
    autoCapitalize: kind === 'code' ? 'characters' : 'off',
    spellCheck: false,
    value,
    placeholder,
    maxLength,
    ...fieldAria(id, props),
    onChange: (event: { target: { value: string } }) => onInput(event.target.value),
    onBlur: onLeave,
    onKeyDown: (event: { key: string; nativeEvent: { isComposing: boolean } }) => {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone?.()
    },
  })
}

function PhoneInput({
  kind = 'text',
  value,
  onInput,
  placeholder = '',
  maxLength = 200,
  onDone,
  onLeave,
  label,
  error,
}: FieldProps) {
  return (
    <Input
      className="sd-input"
      value={value}
      placeholder={placeholder}
      placeholderClass="sd-placeholder"
      maxlength={maxLength}
      type={kind === 'number' || kind === 'phone' ? 'number' : 'text'}
      password={kind === 'password'}
      confirmType={kind === 'search' ? 'search' : 'done'}
      ariaLabel={error ? `${label}，${error}` : label}
      onInput={(event) => onInput(event.detail.value)}
      onConfirm={() => onDone?.()}
      onBlur={() => onLeave?.()}
    />
  )
}
