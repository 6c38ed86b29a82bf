import { describe, expect, it } from 'vitest'
import { hashOf, type Route, routeOf } from './route'

describe('The route of the console', () => {
  it.each<Route>([
    { view: 'home' },
    { view: 'requests', space: 'demo' },
    { view: 'calls', space: 'a/b #%', item: '12' },
    { view: 'findings', space: '演示' },
  ])('is read from the address that it makes: %j', (route) => {
    expect(routeOf(hashOf(route))).toEqual(route)
  })

  it.each(['', '#', '#/', '#/nowhere', '#/spaces', '#/spaces//calls'])('is home for %j', (hash) => {
    expect(routeOf(hash)).toEqual({ view: 'home' })
  })

  it('is that of the requests for a view that nobody knows, and takes a broken escape as it stands', () => {
    expect(routeOf('#/spaces/demo/what')).toEqual({ view: 'requests', space: 'demo' })
    expect(routeOf('#/spaces/%zz/calls')).toEqual({ view: 'calls', space: '%zz' })
  })
})
