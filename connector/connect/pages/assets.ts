/** The style of every page. Nothing is loaded from elsewhere. */
export const style = `
:root { color-scheme: light; --ink: #1c2733; --soft: #56636f; --line: #c5ced6; --accent: #0b5a8a; --bad: #a11c1c; --good: #1b6b3a; --warn: #7a4d00 }
* { box-sizing: border-box }
body { margin: 0; background: #f4f6f8; color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
header { display: flex; justify-content: space-between; align-items: center; padding: .5rem 1.5rem; background: #fff; border-bottom: 1px solid var(--line) }
.mark { margin: 0; font-weight: 600; color: var(--accent) }
main { max-width: 52rem; margin: 1.5rem auto; padding: 1.5rem; background: #fff; border: 1px solid var(--line); border-radius: .5rem }
h1 { margin-top: 0; font-size: 1.5rem; line-height: 1.25 } h2 { font-size: 1.2rem; margin-top: 2rem } h3 { font-size: 1rem; margin-bottom: .25rem }
details { border: 1px solid var(--line); border-radius: .375rem; padding: .5rem 1rem; margin: .75rem 0 }
summary { cursor: pointer } summary h2 { display: inline; margin: 0; font-size: 1rem }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .9rem }
caption { text-align: left; color: var(--soft); padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-top: 1px solid var(--line) }
tbody th { font-weight: 600 } dt { font-weight: 600 } dd { margin: 0 0 .5rem; color: var(--soft) }
.field { margin: 1rem 0 } label, legend { font-weight: 600 } fieldset { border: 1px solid var(--line); border-radius: .375rem }
fieldset label { font-weight: 400 }
.hint { margin: 0; color: var(--soft); font-size: .9rem } .wrong { margin: 0; color: var(--bad); font-weight: 600 }
input[type=text], input[type=password], select { width: 100%; padding: .5rem; font: inherit; color: inherit; background: #fff; border: 1px solid #6b7883; border-radius: .25rem }
input[aria-invalid] { border-color: var(--bad) }
button { font: inherit; font-weight: 600; padding: .5rem 1.25rem; color: #fff; background: var(--accent); border: 0; border-radius: .25rem; cursor: pointer }
#close { color: var(--accent); background: #fff; border: 1px solid var(--accent) }
:focus-visible { outline: 3px solid #e08a00; outline-offset: 2px }
.notice { padding: .75rem 1rem; border-left: .3rem solid var(--accent); background: #eef3f7 }
.notice.failed { border-color: var(--bad) } .notice.passed { border-color: var(--good) }
.report { list-style: none; padding: 0 } .report li { border-top: 1px solid var(--line); padding: .25rem 0 } .report p { margin: .25rem 0; overflow-wrap: anywhere }
.state { display: inline-block; min-width: 5.5rem; font-size: .85rem } .passed .state { color: var(--good) } .warning .state { color: var(--warn) } .failed .state { color: var(--bad) } .skipped .state { color: var(--soft) }
@supports selector(:has(*)) {
  form:has(#method-oauth:checked) :is(.of-user, .of-basic, .of-hmac), form:has(#method-basic:checked) :is(.of-hmac, .of-oauth), form:has(#method-hmac:checked) :is(.of-basic, .of-oauth) { display: none }
}
`

/**
 * Tells the frame around the page what the official widget waits for: that it is closed, or connected. Only the frames that
 * are configured are told. Without it every page works the same, save that nobody is told.
 */
export const script = `
const { origins, message } = document.body.dataset
const allowed = JSON.parse(origins)
const around = location.ancestorOrigins?.[0]
const targets = around === undefined ? allowed : allowed.filter((origin) => origin === around)
const tell = (what) => { for (const target of targets) parent.postMessage(what, target) }
if (parent !== window) {
  const close = document.getElementById('close')
  close.hidden = false
  close.addEventListener('click', () => tell({ type: 'close' }))
  if (message) tell(JSON.parse(message))
}
`
