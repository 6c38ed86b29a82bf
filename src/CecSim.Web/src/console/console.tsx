// The console: all that the control API knows of a server, to look at.
import { render } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { CecSimError } from '../../../cecsim-js/src/error.js'
import { keepLanguage, languageFor } from '../messages/language'
import { AgentsView } from './agents/agents'
import { useAsked } from './asked'
import { BreakpointsView } from './breakpoints/breakpoints'
import { CallsView } from './calls/calls'
import { ChartsView } from './charts/charts'
import { LoadReportView } from './charts/report'
import { FaultsView } from './faults/faults'
import { FindingsView } from './findings/findings'
import { Home } from './home/home'
import { useLive } from './live'
import { Answered } from './parts'
import { PlaceOfView } from './place'
import { RequestsView } from './requests/requests'
import { hashOf, type Route, routeOf, type View, views } from './route'
import { channelWith, controlKey, keepControlKey, reasonOf, spaceOf } from './server'
import { filled, type Texts, texts, TextsOfPage, useTexts } from './texts'
import { keepTheme, themeKept, themes, useTheme } from './theme'
import { TimeView } from './time/time'
import { TokensView } from './tokens/tokens'
import { Workbench } from './workbench/workbench'

const shown: Record<View, () => preact.JSX.Element> = {
  requests: RequestsView,
  calls: CallsView,
  time: TimeView,
  tokens: TokensView,
  agents: AgentsView,
  faults: FaultsView,
  breakpoints: BreakpointsView,
  findings: FindingsView,
  charts: ChartsView,
}

const canChange = document.documentElement.dataset['console'] !== 'read'

function Console() {
  const [language, setLanguage] = useState(languageFor(document))
  const [theme, setTheme] = useState(themeKept)
  const [route, setRoute] = useState<Route>(() => routeOf(location.hash))
  const [key, setKey] = useState(controlKey)
  const channel = useMemo(() => channelWith(key), [key])
  const spaces = useAsked(() => channel.get('/_cecsim/spaces'), [channel], { everyMs: 2000 })
  const main = useRef<HTMLElement>(null)
  const t = texts[language]

  useTheme(theme)
  useEffect(() => {
    const go = () => {
      setRoute(routeOf(location.hash))
      spaces.again()
    }
    addEventListener('hashchange', go)
    return () => removeEventListener('hashchange', go)
  }, [])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = titleOf(route, t)
  }, [language, route])

  const wantsKey = spaces.error instanceof CecSimError && spaces.error.status === 401
  return (
    <TextsOfPage.Provider value={t}>
      <header>
        <a class="skip" href="#" onClick={(e) => (e.preventDefault(), main.current?.focus())}>{t.skip}</a>
        <h1><a href={hashOf({ view: 'home' })}>{t.title}</a></h1>
        <div class="settings">
          <a href={hashOf({ view: 'workbench' })}>{t.workbench}</a>
          <a href={hashOf({ view: 'load-report' })}>{t.loadReport}</a>
          <label>{t.theme}
            <select value={theme} onChange={(e) => {
              const chosen = themes.find((c) => c === e.currentTarget.value) ?? 'system'
              keepTheme(chosen)
              setTheme(chosen)
            }}>
              {themes.map((c) => <option key={c} value={c}>{t.themes[c]}</option>)}
            </select>
          </label>
          <button type="button" class="second" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => {
            const other = language === 'zh' ? 'en' : 'zh'
            keepLanguage(other)
            setLanguage(other)
          }}>{t.otherLanguage}</button>
        </div>
      </header>
      {!canChange && <p class="note" role="note">{t.readOnly}</p>}
      <main ref={main} tabIndex={-1}>
        {wantsKey
          ? <KeyForm refused={key === '' ? '' : reasonOf(spaces.error)} give={(given) => {
              keepControlKey(given)
              setKey(given)
            }} />
          : <Answered asked={spaces}>{(list) => route.view === 'home'
            ? <Home channel={channel} list={list} again={spaces.again} canChange={canChange} />
            : route.view === 'workbench'
            ? <Workbench channel={channel} scenarios={list.scenarios} canChange={canChange} />
            : route.view === 'load-report'
            ? <LoadReportView />
            : <InSpace key={route.space} channel={channel} route={route} details={
                list.spaces.find((s) => s.name === route.space)} />
          }</Answered>}
      </main>
    </TextsOfPage.Provider>
  )
}

function titleOf(route: Route, t: Texts): string {
  switch (route.view) {
    case 'home':
      return t.title
    case 'workbench':
      return `${t.workbench} – CecSim`
    case 'load-report':
      return `${t.loadReport} – CecSim`
    default:
      return `${route.space}: ${t.views[route.view]} – CecSim`
  }
}

function InSpace({ channel, route, details }: {
  channel: ReturnType<typeof channelWith>
  route: Extract<Route, { space: string }>
  details: Parameters<typeof spaceOf>[1] | undefined
}) {
  const t = useTexts()
  const live = useLive(channel, route.space)
  const isThere = details !== undefined
  const space = useMemo(() => details && spaceOf(channel, details), [channel, isThere])
  const InView = shown[route.view]
  return space === undefined
    ? <p role="alert">{filled(t.noSuchSpace, route.space)} <a href={hashOf({ view: 'home' })}>{t.home}</a></p>
    : <PlaceOfView.Provider value={{ channel, space, live, canChange }}>
        <nav aria-label={t.space}>
          <strong>{route.space}</strong>
          {views.map((view) => (
            <a key={view} href={hashOf({ view, space: route.space })}
              aria-current={view === route.view ? 'page' : undefined}>
              {t.views[view]}{view === 'breakpoints' && live.standing.length > 0 && ` (${live.standing.length})`}
            </a>
          ))}
          <span class="live" role="status" data-live={live.isFollowing}>
            {live.isFollowing === undefined ? t.loading : live.isFollowing ? t.following : t.notFollowing}
          </span>
        </nav>
        <InView />
      </PlaceOfView.Provider>
}

function KeyForm({ refused, give }: { refused: string, give: (key: string) => void }) {
  const t = useTexts()
  const [key, setKey] = useState('')
  return (
    <section class="narrow">
      <h2>{t.keyWanted}</h2>
      <form onSubmit={(e) => (e.preventDefault(), give(key))}>
        <label>{t.key}
          <input type="password" autocomplete="off" required value={key}
            onInput={(e) => setKey(e.currentTarget.value)} />
        </label>
        <p role="alert">{refused}</p>
        <button>{t.keyGive}</button>
      </form>
    </section>
  )
}

render(<Console />, document.getElementById('console')!)
