import { afterEach, describe, expect, it } from '@jest/globals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { Sheet } from './sheet.tsx'

afterEach(async () => {
  cleanup()
  // The entry of what was still open is taken out of the history in a moment of its own.
  await waitFor(() => expect(window.history.state?.sheet).toBeUndefined())
})

function PageWithSheet() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>派单</Button>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title="派给谁"
        foot={<Button onPress={() => setOpen(false)}>派给李师傅</Button>}
      >
        <Button kind="soft" onPress={() => undefined}>
          公开认领
        </Button>
      </Sheet>
    </>
  )
}

function opened() {
  render(<PageWithSheet />)
  const opener = screen.getByRole('button', { name: '派单' })
  opener.focus()
  fireEvent.click(opener)
  return { opener, sheet: screen.getByRole('dialog', { name: '派给谁' }) }
}

const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

describe('a sheet', () => {
  it('takes the focus and keeps it inside, both ways round', () => {
    const { sheet } = opened()
    expect(document.activeElement).toBe(sheet)
    const last = screen.getByRole('button', { name: '派给李师傅' })
    last.focus()
    fireEvent.keyDown(last, { key: 'Tab' })
    const first = screen.getByRole('button', { name: '关上' })
    expect(document.activeElement).toBe(first)
    fireEvent.keyDown(first, { key: 'Tab', shiftKey: true })
    expect(document.activeElement).toBe(last)
  })

  it('closes by Escape and gives the focus back', async () => {
    const { opener, sheet } = opened()
    fireEvent.keyDown(sheet, { key: 'Escape' })
    await gone()
    expect(document.activeElement).toBe(opener)
  })

  it('closes by ✕ and by the scrim', async () => {
    opened()
    fireEvent.click(screen.getByRole('button', { name: '关上' }))
    await gone()
    fireEvent.click(screen.getByRole('button', { name: '派单' }))
    const scrim = document.querySelector('.sd-scrim')
    if (scrim) fireEvent.click(scrim)
    await gone()
  })

  it('closes by the browser’s back also when it opened the moment another one closed', async () => {
    const { opener, sheet } = opened()
    fireEvent.keyDown(sheet, { key: 'Escape' })
    await gone()
    fireEvent.click(opener)
    await waitFor(() => expect(window.history.state?.sheet).toBeDefined())
    const length = window.history.length
    window.history.back()
    await gone()
    expect(window.history.length).toBe(length)
  })

  it('closes by the browser’s back without leaving the page, and leaves no entry behind', async () => {
    const before = window.location.href
    opened()
    window.history.back()
    await gone()
    expect(window.location.href).toBe(before)
    expect(window.history.state?.sheet).toBeUndefined()
  })

  it('keeps its entry from the router, whose page would be built anew', async () => {
    let heard = 0
    const router = () => {
      heard += 1
    }
    window.addEventListener('popstate', router)
    const { opener } = opened()
    fireEvent.click(screen.getByRole('button', { name: '关上' }))
    await gone()
    fireEvent.click(opener)
    await waitFor(() => expect(window.history.state?.sheet).toBeDefined())
    window.history.back()
    await gone()
    window.removeEventListener('popstate', router)
    expect(heard).toBe(0)
  })
})
