import { createElement, type ReactNode } from 'react'
import { ariaAttributes } from './aria.ts'
import { Box, Span } from './box.tsx'
import { Icon } from './icon.tsx'
import './field.css'

export interface FieldFrameProps {
  readonly label: string
  /** Keeps the label for those who listen only, where the place makes it plain (search). */
  readonly labelHidden?: boolean
  readonly hint?: string | undefined
  /** What is wrong and how to repair it: 少了一位，手机号是 11 位. */
  readonly error?: string | undefined
  /** Says 可不填 beside the label. */
  readonly optional?: boolean
}

/** Label above, control, hint or error below. The error is read when it appears. */
export function FieldFrame(props: FieldFrameProps & { readonly id: string; readonly children: ReactNode }) {
  const { id, label, labelHidden = false, hint, error, optional = false, children } = props
  return (
    <Box className="sd-field">
      {labelHidden ? null : <Label id={id} label={label} optional={optional} />}
      {children}
      <Box id={`${id}-error`} live="polite">
        {error ? (
          <Box className="sd-field-error">
            <Icon name="warn" size="s" />
            <Span>{error}</Span>
          </Box>
        ) : null}
      </Box>
      {hint ? (
        <Box id={`${id}-hint`} className="sd-field-hint">
          {hint}
        </Box>
      ) : null}
    </Box>
  )
}

/** H5: what the control tells about its label, hint and error. */
export const fieldAria = (id: string, { label, labelHidden, hint, error }: FieldFrameProps): Record<string, string> =>
  ariaAttributes({
    ...(labelHidden ? { label } : {}),
    ...(error ? { invalid: true } : {}),
    ...(hint || error ? { describedBy: [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') } : {}),
  })

function Label({ id, label, optional }: { id: string; label: string; optional: boolean }) {
  const words = [
    label,
    optional ? (
      <Span key="optional" className="sd-field-optional">
        （可不填）
      </Span>
    ) : null,
  ]
  if (process.env.TARO_ENV === 'h5')
    return createElement('label', { htmlFor: id, className: 'sd-field-label' }, ...words)
  return <Box className="sd-field-label">{words}</Box>
}
