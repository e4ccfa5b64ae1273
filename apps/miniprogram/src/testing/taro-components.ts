/** Stands in for @tarojs/components in tests of what weapp is told: an element of the same name that takes any property. */
import { createElement, type PropsWithChildren } from 'react'

type Given = PropsWithChildren<{ className?: string }>

const standIn =
  (name: string) =>
  ({ className, ...given }: Given) =>
    createElement(name, { ...given, class: className })

export const View = standIn('mini-view')
export const Text = standIn('mini-text')
export const Button = standIn('mini-button')
export const Image = standIn('mini-image')
export const Input = standIn('mini-input')
export const Textarea = standIn('mini-textarea')
export const PageContainer = standIn('mini-page-container')
