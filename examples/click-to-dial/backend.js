// What a shop's own server does: it keeps the secret, gets access tokens for its pages, and passes requests on to CEC.
export async function accessTokenOf({ url, appKey, appSecret, channelId }) {
  const answer = await fetch(`${url}/apigovernance/api/oauth/tokenByAkSk`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ app_key: appKey, app_secret: appSecret }),
  })
  return { appKey, channelId, accessToken: (await answer.json()).AccessToken }
}

/** The options of Vite for a CEC. */
export function viteOptions(credentials) {
  return {
    root: import.meta.dirname,
    configFile: false,
    server: { proxy: { '/apiaccess': credentials.url } },
    plugins: [{
      name: 'backend',
      configureServer({ middlewares }) {
        middlewares.use('/backend/cec', async (_, response) => {
          response.setHeader('Content-Type', 'application/json')
          response.end(JSON.stringify(await accessTokenOf(credentials)))
        })
      },
    }],
  }
}
