// A relying party made of openid-client: runs one flow against a live Gatehouse, as a JSON object describes it, and prints what it got.
// Usage: node relying-party.mjs '{"issuer", "clientId", "redirectUri", "cookie", "flow", ...}'
import * as client from 'openid-client'

const order = JSON.parse(process.argv[2])
const insecure = [client.allowInsecureRequests]

/** How the client proves who it is. */
async function authentication() {
  switch (order.authentication) {
    case 'client_secret_basic': return client.ClientSecretBasic(order.clientSecret)
    case 'client_secret_post': return client.ClientSecretPost(order.clientSecret)
    case 'client_secret_jwt': return client.ClientSecretJwt(order.clientSecret)
    case 'private_key_jwt': return client.PrivateKeyJwt(await privateKey())
    default: return client.None()
  }
}

async function privateKey() {
  const { kid, alg, use, key_ops, ...jwk } = order.jwk
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  return { key, kid }
}

const config = await client.discovery(new URL(order.issuer), order.clientId, order.metadata ?? {}, await authentication(),
  { execute: insecure })

/** Follows redirects as the logged-in browser would, until one leads to the relying party, or a form does. */
async function browse(start) {
  let url = start
  for (let hop = 0; hop < 10; hop++) {
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: order.cookie } })
    const location = response.headers.get('location')
    if (!location) {
      return posted(await response.text(), response.status, url)
    }
    url = new URL(location, url)
    if (url.href.startsWith(order.redirectUri)) {
      return url
    }
  }
  throw new Error('too many redirects')
}

/** What a form of a page for the relying party posts to it. */
function posted(page, status, url) {
  const form = /<form[^>]*action="([^"]*)"[^>]*id="autosubmit"|<form[^>]*id="autosubmit"[^>]*action="([^"]*)"/.exec(page)
  if (!form) {
    throw new Error(`no way on but ${status} at ${url.pathname}: ${page.slice(0, 300)}`)
  }
  const fields = new URLSearchParams()
  for (const [tag] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    fields.append(/name="([^"]*)"/.exec(tag)[1], /value="([^"]*)"/.exec(tag)[1].replaceAll('&amp;', '&'))
  }
  return new Request(form[1] ?? form[2], { method: 'POST', body: fields })
}

/** The authorization code flow, and those that are like it, with whatever the order asks for. */
async function code() {
  if (order.flow === 'jarm') client.useJwtResponseMode(config)
  if (order.flow === 'hybrid') client.useCodeIdTokenResponseType(config)
  const DPoP = order.dpop ? client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256')) : undefined
  const verifier = client.randomPKCECodeVerifier()
  const parameters = {
    redirect_uri: order.redirectUri,
    scope: order.scope ?? 'openid profile offline_access',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: client.randomState(),
    nonce: client.randomNonce(),
    ...(order.flow === 'form_post' ? { response_mode: 'form_post' } : {}),
  }
  const address = await addressOf(parameters, DPoP)
  const tokens = await client.authorizationCodeGrant(config, await browse(address),
    { pkceCodeVerifier: verifier, expectedState: parameters.state, expectedNonce: parameters.nonce, idTokenExpected: true }, undefined, { DPoP })
  const userinfo = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub, { DPoP })
  const refreshed = tokens.refresh_token ? await client.refreshTokenGrant(config, tokens.refresh_token, undefined, { DPoP }) : {}
  return { address: address.href, claims: tokens.claims(), userinfo, tokenType: tokens.token_type, refreshed: Boolean(refreshed.access_token) }
}

async function addressOf(parameters, DPoP) {
  if (order.flow === 'par') return client.buildAuthorizationUrlWithPAR(config, parameters, { DPoP })
  if (order.flow === 'jar') return client.buildAuthorizationUrlWithJAR(config, parameters, await privateKey())
  return client.buildAuthorizationUrl(config, parameters)
}

/** The implicit flow for an ID token. */
async function implicit() {
  client.useIdTokenResponseType(config)
  const parameters = { redirect_uri: order.redirectUri, scope: 'openid profile', nonce: client.randomNonce(), state: client.randomState() }
  const claims = await client.implicitAuthentication(config, await browse(client.buildAuthorizationUrl(config, parameters)), parameters.nonce,
    { expectedState: parameters.state })
  return { claims }
}

/** A program without a browser: gets a token, asks about it, gives it back. */
async function program() {
  const tokens = await client.clientCredentialsGrant(config, { scope: 'email' })
  const live = await client.tokenIntrospection(config, tokens.access_token)
  await client.tokenRevocation(config, tokens.access_token)
  const dead = await client.tokenIntrospection(config, tokens.access_token)
  return { tokenType: tokens.token_type, scope: live.scope, live: live.active, dead: dead.active }
}

/** A grant that the library has no name for. */
async function generic() {
  const tokens = await client.genericGrantRequest(config, order.grantType, order.parameters)
  return { accessToken: tokens.access_token, scope: tokens.scope, tokenType: tokens.token_type, issuedTokenType: tokens.issued_token_type }
}

/** A device: says what its user has to type, then waits. */
async function device() {
  const begun = await client.initiateDeviceAuthorization(config, { scope: 'openid profile' })
  console.log(JSON.stringify({ userCode: begun.user_code, verificationUri: begun.verification_uri }))
  const tokens = await client.pollDeviceAuthorizationGrant(config, begun)
  return { claims: tokens.claims() }
}

const flows = { implicit, program, generic, device }
try {
  console.log(JSON.stringify(await (flows[order.flow] ?? code)()))
} catch (error) {
  console.log(JSON.stringify({ failed: error.error ?? error.code ?? String(error), why: String(error.cause?.message ?? error.message), description: error.error_description }))
}
