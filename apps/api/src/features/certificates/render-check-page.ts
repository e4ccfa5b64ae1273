/** The public page behind a certificate's QR code: small, without a script, useful before any app loads. The name stays masked (rule-14). */
import type { CertificateState, checkCertificate } from '@sidan/types/certificates'
import type { AnswerOf } from '@sidan/types/endpoint'
import { escaped } from '../../platform/html.ts'
import { dayWords, gradeLines, kindsOfMinutes, minuteWords, notClaimed } from './render-words.ts'

type Checked = AnswerOf<typeof checkCertificate>

const verdicts: Record<CertificateState, readonly [mark: string, title: string, words: string]> = {
  valid: ['✓', '有效', '这张证明是真的，和系统里的记录一致。'],
  revoked: ['✕', '已撤销', '这张证明已经撤销，不能再用。'],
  superseded: ['↻', '已被取代', '开具以后有记录更正了，这张不再有效。请持证人出示新开的证明。'],
}

const style = `:root{color-scheme:light dark;--paper:#f1f4f1;--surface:#fff;--line:#d3dcd6;--ink:#15211d;--ink-2:#43514b;--good:#135e4c;--bad:#a8261b;--warm:#854600}
@media (prefers-color-scheme:dark){:root{--paper:#101714;--surface:#18211d;--line:#35423c;--ink:#e9efec;--ink-2:#b4c1bb;--good:#7fd1b6;--bad:#ff9c90;--warm:#f2b866}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.6 "PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif}
main{max-width:40rem;margin:0 auto;padding:1rem}h1{font-size:1.3rem;margin:.5rem 0 1rem}h2{font-size:1.1rem;margin:0 0 .5rem}
section{background:var(--surface);border:1px solid var(--line);border-radius:14px;padding:1rem;margin:0 0 1rem}
.verdict{border-width:2px;border-color:currentColor}.verdict p{margin:.3rem 0 0;color:var(--ink)}.verdict strong{font-size:1.6rem}.valid{color:var(--good)}.revoked{color:var(--bad)}.superseded{color:var(--warm)}
dl{margin:0}dt{color:var(--ink-2);font-size:1rem}dd{margin:0 0 .6rem;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse}th,td{text-align:left;padding:.5rem .4rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top}th{color:var(--ink-2);font-weight:400;font-size:1rem}
p{margin:.4rem 0}ul{margin:0;padding-left:1.2rem}summary{min-height:44px;line-height:44px;cursor:pointer}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.9rem}a{color:var(--good)}`

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`

const fact = (name: string, words: string) => `<dt>${name}</dt><dd>${escaped(words)}</dd>`

/** What anybody may know of a certificate, and how to check it without us. */
export function renderCheckPage(checked: Checked, origin: string): string {
  const [mark, title, words] = verdicts[checked.state]
  const ended = checked.endedOn === null ? '' : `（${dayWords(checked.endedOn)}起）`
  const keys = `${origin}/v1/counties/${checked.countyId}/certificate-keys`
  return page(
    `${title}：志愿服务记录证明 ${checked.number}`,
    `<h1>志愿服务记录证明 · 查验</h1>
<section class="verdict ${checked.state}" role="status"><strong>${mark} ${title}</strong><p>${words}${ended}</p></section>
<section><dl>${[
      fact('编号', checked.number),
      fact('姓名（只显示姓，全名在证明上）', checked.maskedName),
      fact('开具单位', checked.issuer),
      fact('开具日期', dayWords(checked.issuedOn)),
      fact('证明的时间段', `${dayWords(checked.fromDay)}至 ${dayWords(checked.untilDay)}`),
      fact('打卡时长', minuteWords(checked.clockedMinutes)),
      fact('申报时长', minuteWords(checked.declaredMinutes)),
      fact('服务次数', `${checked.recordCount} 次`),
      fact('凭据', gradeLines(checked).join('；')),
    ].join('')}</dl><p>${kindsOfMinutes}</p></section>
<section><h2>服务内容</h2><table><thead><tr><th scope="col">做了什么</th><th scope="col">次数</th><th scope="col">打卡</th><th scope="col">申报</th></tr></thead><tbody>${checked.contents
      .map(
        (one) =>
          `<tr><td>${escaped(one.title)}</td><td>${one.times}</td><td>${minuteWords(one.clockedMinutes)}</td><td>${minuteWords(one.declaredMinutes)}</td></tr>`,
      )
      .join('')}</tbody></table></section>
<section><h2>这张证明不说明什么</h2><ul>${notClaimed.map((line) => `<li>${line}</li>`).join('')}</ul></section>
<section><details><summary>不靠本网站，自己验签名</summary><p>签名是 Ed25519，签的是下面这一行原文（不带换行）。公钥编号 ${checked.keyId}，在 <a href="${escaped(keys)}">${escaped(keys)}</a>。</p>
<h2>原文</h2><pre>${escaped(checked.payload)}</pre><h2>签名（base64）</h2><pre>${checked.signature}</pre>
<p>核对全名：把证明上的“姓名核对码:全名:志愿者编号”算 SHA-256，应当等于原文里的 holderSha256。</p></details></section>`,
  )
}

/** For a number that no certificate has. */
export const renderUnknownPage = (): string =>
  page(
    '没有这张证明',
    `<h1>志愿服务记录证明 · 查验</h1><section class="verdict revoked" role="status"><strong>？ 查不到</strong><p>没有这个编号的证明。请照着证明上的编号再看一遍：六位数字，一条短横，再十二个字母或数字。</p></section>`,
  )
