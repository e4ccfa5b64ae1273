import { Button } from '../../shared/ui/button.tsx'

/** 念一念: reads the page where the platform can; the button is not there where it cannot. */
export function ReadAloud() {
  if (process.env.TARO_ENV !== 'h5' || !('speechSynthesis' in window)) return null
  const read = () => {
    const words = Array.from(document.querySelectorAll('.sd-page'))
      .filter((page) => page.getClientRects().length > 0)
      .flatMap((page) => Array.from(page.querySelectorAll('.sd-subject-title, .sd-subject-line')))
      .map((element) => element.textContent ?? '')
    const speech = new SpeechSynthesisUtterance(words.join('。'))
    speech.lang = 'zh-CN'
    speech.rate = 0.85
    window.speechSynthesis.cancel()
    window.speechSynthesis.speak(speech)
  }
  return (
    <Button kind="soft" icon="speaker" onPress={read}>
      念一念
    </Button>
  )
}
