// A relying party: runs the authorization code flow with PKCE against a live Gatehouse and prints what it got as JSON.
// Usage: node code-flow.mjs <issuer> <client id> <client secret or ""> <redirect URI> <cookie header of a logged-in browser>
import * as client from 'openid-client'

const [issuer, clientId, clientSecret, redirectUri, cookie] = process.argv.slice(2)
const insecure = { execute: [client.allowInsecureRequests] }
const config = await client.discovery(new URL(issuer), clientId, clientSecret || undefined,
  clientSecret ? undefined : client.None(), insecure)

const verifier = client.randomPKCECodeVerifier()
const state = client.randomState()
const nonce = client.randomNonce()
const authorizationUrl = client.buildAuthorizationUrl(config, {
  redirect_uri: redirectUri,
  scope: 'openid profile email offline_access',
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce,
})

/** Follows redirects as the logged-in browser would, until one leads to the relying party. */
async function authorize(start) {
  let url = start
  for (let hop = 0; hop < 10; hop++) {
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    const location = response.headers.get('location')
    if (!location) {
      throw new Error(`no redirect but ${response.status} at ${url.pathname}: ${(await response.text()).slice(0, 300)}`)
    }
    url = new URL(location, url)
    if (url.href.startsWith(redirectUri)) {
      return url
    }
  }
  throw new Error('too many redirects')
}

const callback = await authorize(authorizationUrl)
const tokens = await client.authorizationCodeGrant(config, callback,
  { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true })
const userinfo = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub)
const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token)
let replay = 'accepted'
try {
  await client.refreshTokenGrant(config, tokens.refresh_token)
} catch (error) {
  replay = error.error ?? error.code ?? String(error)
}
console.log(JSON.stringify({
  idToken: tokens.claims(),
  userinfo,
  refreshedScope: refreshed.scope,
  rotated: refreshed.refresh_token !== tokens.refresh_token,
  replay,
}))
