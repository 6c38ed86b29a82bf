// Where one is, in the part of the address after #, so that any view can be linked and the way back is the browser's.
export const views = [
  'requests', 'calls', 'time', 'tokens', 'agents', 'faults', 'breakpoints', 'findings', 'charts',
] as const
export type View = (typeof views)[number]

export type Route =
  | { view: 'home' }
  | { view: 'workbench' }
  | { view: 'load-report' }
  | { view: View, space: string, item?: string }

export function routeOf(hash: string): Route {
  const [place, space, view, item] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  if (place === 'workbench' || place === 'load-report') {
    return { view: place }
  }

  if (place !== 'spaces' || !space) {
    return { view: 'home' }
  }

  const known = views.find((v) => v === view) ?? 'requests'
  return { view: known, space, ...(item ? { item } : {}) }
}

export function hashOf(route: Route): string {
  return `#/${partsOf(route).map(encodeURIComponent).join('/')}`
}

function partsOf(route: Route): string[] {
  switch (route.view) {
    case 'home':
      return []
    case 'workbench':
    case 'load-report':
      return [route.view]
    default:
      return ['spaces', route.space, route.view, ...(route.item ? [route.item] : [])]
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
